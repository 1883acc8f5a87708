package dev.dateline.dashboard.alerts;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.dateline.common.config.NearestName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads rules, strictly: every problem is found in one go, each with the file and line and what is expected there. */
final class RuleReader {
    static final int MOST_RULES = 50;
    private static final int LONGEST_NOTE = 500;
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration USUAL_KEEP = Duration.ofMinutes(1);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 64;
    private static final List<String> KEYS =
            List.of("condition", "threshold", "for", "keep-firing-for", "severity", "note", "enabled");

    private final List<String> problems = new ArrayList<>();

    private RuleReader() {}

    /**
     * The rules below {@code rules} that are enabled, in order of their names.
     *
     * @throws AlertRulesException with all problems
     */
    static List<AlertRule> read(Config config) {
        RuleReader reader = new RuleReader();
        List<AlertRule> rules = reader.rules(config.root());
        if (!reader.problems.isEmpty()) {
            throw new AlertRulesException(reader.problems);
        }
        return rules;
    }

    private List<AlertRule> rules(ConfigObject root) {
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(root).entrySet()) {
            if (!entry.getKey().equals("rules")) {
                refuse(entry.getValue(), entry.getKey() + " is not known here; everything stands below rules { }");
            }
        }
        if (!(root.get("rules") instanceof ConfigObject named)) {
            refuse(root, "there is no rules { }");
            return List.of();
        }
        List<AlertRule> rules = new ArrayList<>();
        new TreeMap<>(named).forEach((name, value) -> rule(name, value).ifPresent(rules::add));
        if (rules.size() > MOST_RULES) {
            refuse(named, "there are " + rules.size() + " rules, " + MOST_RULES + " are possible");
        }
        return rules;
    }

    /** Empty when it is switched off or has a problem. */
    private Optional<AlertRule> rule(String name, ConfigValue value) {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            refuse(
                    value,
                    "\"" + name + "\" can't be a rule's name, expected lower-case words with hyphens between, at most "
                            + LONGEST_NAME + " characters");
            return Optional.empty();
        }
        if (!(value instanceof ConfigObject object)) {
            refuse(value, "rules." + name + " is " + value.unwrapped() + ", expected { condition = ..., for = ... }");
            return Optional.empty();
        }
        int before = problems.size();
        Fields fields = new Fields(name, object);
        fields.checkKeys();
        boolean enabled = fields.optional("enabled", Config::getBoolean, "true or false", true);
        Condition condition = fields.word("condition", Condition.values(), Condition::word);
        Severity severity = fields.word("severity", Severity.values(), Severity::word);
        double threshold = condition == null ? 0 : fields.threshold(condition);
        Duration lasting = fields.time("for", null);
        Duration keepFiring = fields.time("keep-firing-for", USUAL_KEEP);
        String note = fields.note();
        return enabled && problems.size() == before
                ? Optional.of(new AlertRule(name, condition, threshold, lasting, keepFiring, severity, note))
                : Optional.empty();
    }

    private void refuse(ConfigValue at, String problem) {
        problems.add(at.origin().description() + ": " + problem);
    }

    private interface Getter<T> {
        T get(Config config, String key);
    }

    /** The fields of one rule; one that is wrong is noted and null. */
    private final class Fields {
        private final String name;
        private final ConfigObject object;

        Fields(String name, ConfigObject object) {
            this.name = name;
            this.object = object;
        }

        void checkKeys() {
            new TreeMap<>(object).forEach((key, value) -> {
                if (!KEYS.contains(key)) {
                    refuse(value, path(key) + " is not known" + didYouMean(key, KEYS));
                }
            });
        }

        <E> E word(String key, E[] values, Function<E, String> word) {
            String text = required(key, Config::getString, "a word");
            if (text == null) {
                return null;
            }
            List<String> words = Arrays.stream(values).map(word).toList();
            int index = words.indexOf(text);
            if (index < 0) {
                refuse(object.get(key), path(key) + " is \"" + text + "\"" + didYouMean(text, words));
                return null;
            }
            return values[index];
        }

        double threshold(Condition condition) {
            String key = "threshold";
            Threshold unit = condition.threshold();
            if (unit == Threshold.NONE) {
                if (object.containsKey(key)) {
                    refuse(object.get(key), path(key) + " means nothing for " + condition.word() + "; leave it out");
                }
                return 0;
            }
            if (unit == Threshold.TIME) {
                Duration time = time(key, null);
                return time == null ? 0 : time.toSeconds();
            }
            Double value = required(key, Config::getDouble, unit.expected());
            if (value != null && !unit.allows(value)) {
                refuse(object.get(key), path(key) + " is " + value + ", expected " + unit.expected());
            }
            return value == null ? 0 : value;
        }

        /** The fallback, unless that is null and the key is missing. */
        Duration time(String key, Duration fallback) {
            String expected = "whole seconds up to 7 days with their unit, such as 10 minutes";
            if (fallback != null && !object.containsKey(key)) {
                return fallback;
            }
            Duration time = required(key, Config::getDuration, expected);
            if (time != null && (time.isNegative() || time.compareTo(LONGEST) > 0 || time.toNanosPart() != 0)) {
                refuse(object.get(key), path(key) + " is " + object.get(key).unwrapped() + ", expected " + expected);
                return null;
            }
            return time;
        }

        String note() {
            String note = optional("note", Config::getString, "text", null);
            if (note != null && note.length() > LONGEST_NOTE) {
                refuse(object.get("note"), path("note") + " has more than " + LONGEST_NOTE + " characters");
            }
            return note;
        }

        <T> T optional(String key, Getter<T> getter, String expected, T fallback) {
            if (!object.containsKey(key)) {
                return fallback;
            }
            T value = required(key, getter, expected);
            return value == null ? fallback : value;
        }

        private <T> T required(String key, Getter<T> getter, String expected) {
            if (!object.containsKey(key)) {
                refuse(object, path(key) + " is missing, expected " + expected);
                return null;
            }
            try {
                return getter.get(object.toConfig(), key);
            } catch (ConfigException e) {
                refuse(
                        object.get(key),
                        path(key) + " is \"" + object.get(key).unwrapped() + "\", expected " + expected);
                return null;
            }
        }

        private String path(String key) {
            return "rules." + name + "." + key;
        }
    }

    private static String didYouMean(String wrong, Collection<String> known) {
        return NearestName.of(wrong, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse(", expected one of " + String.join(", ", known));
    }
}
