package dev.dateline.embedded;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release line of Kafka: within one, data written by any release is read by any other. */
record KafkaVersion(int major, int minor) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4}+)\\.(\\d{1,4}+)\\..{0,40}+");

    static Optional<KafkaVersion> parse(String version) {
        Matcher matcher = FORM.matcher(version);
        return matcher.matches()
                ? Optional.of(new KafkaVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    boolean isNewerLineThan(KafkaVersion other) {
        return major > other.major || (major == other.major && minor > other.minor);
    }
}
