package dev.dateline.ingest.poll.work;

import dev.dateline.ingest.poll.fetch.Fetched;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an answer stays fresh: {@code max-age} of {@code Cache-Control}, less {@code Age} (RFC 9111 section 4.2). */
final class Freshness {
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*+=\\s*+\"?+([0-9]{1,9})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private Freshness() {}

    /** Null when the server does not say. */
    static Duration of(Fetched.Answer answer) {
        Optional<Long> maxAge = answer.header("cache-control")
                .map(MAX_AGE::matcher)
                .filter(Matcher::find)
                .map(found -> Long.valueOf(found.group(1)));
        long age = answer.header("age")
                .map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::valueOf)
                .orElse(0L);
        return maxAge.filter(most -> most > age)
                .map(most -> Duration.ofSeconds(most - age))
                .orElse(null);
    }
}
