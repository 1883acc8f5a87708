package dev.dateline.common.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The list in {@code ignored-parameters.txt}: parameters that say who clicked where, or how to lay the page out, and not what to read. */
final class IgnoredParameters {
    private static final String FILE = "ignored-parameters.txt";
    /** Stands in the list for a value that only says yes. */
    private static final String FLAG = "<flag>";

    private static final Set<String> YES = Set.of("", "1", "true", "yes", "y", "on");
    private static final Set<String> NAMES = new HashSet<>();
    private static final Set<String> PREFIXES = new HashSet<>();
    private static final Map<String, Set<String>> VALUES = new HashMap<>();

    static {
        entries().forEach(IgnoredParameters::add);
    }

    private IgnoredParameters() {}

    /**
     * Whether a parameter is on the list; case does not count.
     *
     * @param value empty when there is none
     */
    static boolean ignores(String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        if (NAMES.contains(key) || PREFIXES.stream().anyMatch(key::startsWith)) {
            return true;
        }
        Set<String> values = VALUES.get(key);
        return values != null && values.contains(value.toLowerCase(Locale.ROOT));
    }

    /** The list's entries as written. A missing list is a broken build, so it throws. */
    static List<String> entries() {
        try (InputStream in = IgnoredParameters.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String entry) {
        int equals = entry.indexOf('=');
        if (equals >= 0) {
            Set<String> values = VALUES.computeIfAbsent(entry.substring(0, equals), name -> new HashSet<>());
            String value = entry.substring(equals + 1);
            values.addAll(value.equals(FLAG) ? YES : Set.of(value));
        } else if (entry.endsWith("*")) {
            PREFIXES.add(entry.substring(0, entry.length() - 1));
        } else {
            NAMES.add(entry);
        }
    }
}
