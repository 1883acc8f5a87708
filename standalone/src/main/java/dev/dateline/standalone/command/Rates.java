package dev.dateline.standalone.command;

import dev.dateline.standalone.simulate.Pace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads rates: {@code 5/s} (or {@code 5}), {@code 0.5/s}, {@code 90/m}, {@code 100/h}; 0 is as fast as it goes. */
final class Rates implements ITypeConverter<Pace> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(?:/([smh]))?");
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    @Override
    public Pace convert(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new TypeConversionException("'" + text + "' is not a rate such as 5/s, 90/m or 0");
        }
        double number = Double.parseDouble(parts.group(1));
        String unit = parts.group(2) == null ? "s" : parts.group(2);
        return new Pace(
                switch (unit) {
                    case "m" -> number / MINUTE;
                    case "h" -> number / HOUR;
                    default -> number;
                });
    }
}
