package dev.dateline.standalone.command;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads lengths of time as people write them: {@code 500ms}, {@code 30s} (or {@code 30}), {@code 5m}, {@code 12h}, {@code 2d}. */
final class Lengths implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)?");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    @Override
    public Duration convert(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new TypeConversionException("'" + text + "' is not a length of time such as 30s, 5m or 12h");
        }
        String unit = parts.group(2) == null ? "s" : parts.group(2);
        return UNITS.get(unit).multipliedBy(Long.parseLong(parts.group(1)));
    }
}
