package dev.dateline.common.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The effective configuration below {@code dateline}, and the problems found while reading it.
 *
 * <p>Later wins: each module's {@code reference.conf} (which names every setting), the file named by {@code DATELINE_CONFIG},
 * environment variables ({@code DATELINE_KAFKA_BOOTSTRAP_SERVERS} for {@code dateline.kafka.bootstrap-servers}), then the
 * overrides of a command line. A getter that meets a bad value notes the problem and returns the default, so that one
 * {@link #check()} can report them all.
 */
public final class Settings {
    private static final String ROOT = "dateline";
    private static final String ENV_PREFIX = "DATELINE_";
    /** Variables of the launcher, the log and the command line. */
    private static final List<String> NOT_SETTINGS = List.of(
            "DATELINE_API_KEY",
            "DATELINE_CONFIG",
            "DATELINE_JAVA_OPTS",
            "DATELINE_LOG_FORMAT",
            "DATELINE_LOG_LEVEL",
            "DATELINE_NO_BUILD",
            "DATELINE_URL");

    private final Config config;
    private final Config defaults;
    private final String path;
    private final List<String> problems;

    private Settings(Config config, Config defaults, String path, List<String> problems) {
        this.config = config;
        this.defaults = defaults;
        this.path = path;
        this.problems = problems;
    }

    /** The configuration of this process: environment, and the file it names. */
    public static Settings load(Map<String, String> overrides) {
        return load(System.getenv(), overrides);
    }

    /**
     * The configuration of a given environment.
     *
     * @param environment variables by name; those that do not start with {@code DATELINE_} are left alone
     * @param overrides values by full path, for example {@code dateline.http.port}
     */
    public static Settings load(Map<String, String> environment, Map<String, String> overrides) {
        List<String> problems = new ArrayList<>();
        Config defaults = ConfigFactory.defaultReference().resolve().withOnlyPath(ROOT);
        Map<String, String> paths = defaults.entrySet().stream()
                .collect(Collectors.toMap(entry -> environmentName(entry.getKey()), Map.Entry::getKey));

        Config config = file(environment.get("DATELINE_CONFIG"), problems);
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (!name.startsWith(ENV_PREFIX) || NOT_SETTINGS.contains(name)) {
                continue;
            }
            String settingPath = paths.get(name);
            if (settingPath == null) {
                problems.add("environment variable " + name + " is not a setting" + didYouMean(name, paths.keySet()));
            } else {
                config = config.withValue(settingPath, ConfigValueFactory.fromAnyRef(variable.getValue(), name));
            }
        }
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            config = config.withValue(
                    override.getKey(), ConfigValueFactory.fromAnyRef(override.getValue(), "command line"));
        }
        config.entrySet().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !defaults.hasPath(key))
                .sorted()
                .forEach(key -> problems.add(key + " is not a setting" + didYouMean(key, paths.values())));
        return new Settings(config.withFallback(defaults).resolve(), defaults, ROOT, problems);
    }

    /** The settings below a name, for example {@code kafka}; problems are shared. */
    public Settings section(String name) {
        return new Settings(config, defaults, path + "." + name, problems);
    }

    public String text(String name) {
        return read(name, config::getString, defaults::getString, "text");
    }

    public boolean flag(String name) {
        return read(name, config::getBoolean, defaults::getBoolean, "true or false");
    }

    /** A whole number between two bounds, both allowed. */
    public int integer(String name, int least, int most) {
        int value = read(name, config::getInt, defaults::getInt, "a whole number");
        return inRange(name, value, least, most, () -> defaults.getInt(at(name)));
    }

    /** A size such as {@code 64 MiB}, in bytes, between two bounds. */
    public long bytes(String name, long least, long most) {
        long value = read(name, config::getBytes, defaults::getBytes, "a size such as 64 MiB");
        return inRange(name, value, least, most, () -> defaults.getBytes(at(name)));
    }

    /** A time such as {@code 100 ms} or {@code 7 days}, between two bounds. */
    public Duration duration(String name, Duration least, Duration most) {
        Duration value = read(name, config::getDuration, defaults::getDuration, "a time such as 100 ms or 7 days");
        return inRange(name, value, least, most, () -> defaults.getDuration(at(name)));
    }

    /** One of a list of words. */
    public String choice(String name, List<String> allowed) {
        String value = text(name);
        if (allowed.contains(value)) {
            return value;
        }
        problems.add(at(name) + " is \"" + value + "\", expected one of " + String.join(", ", allowed));
        return defaults.getString(at(name));
    }

    /**
     * A text of a form of its own.
     *
     * @param form throws {@link IllegalArgumentException} on a text that is not of it
     * @param expected the form in words
     */
    public <T> T converted(String name, Function<String, T> form, String expected) {
        String value = text(name);
        try {
            return form.apply(value);
        } catch (IllegalArgumentException e) {
            problems.add(at(name) + " is \"" + value + "\" (" + e.getMessage() + "), expected " + expected);
            return form.apply(defaults.getString(at(name)));
        }
    }

    /** Notes a problem that only the reader of a setting can see, for example that a file it names is missing. */
    public void refuse(String name, String why) {
        problems.add(at(name) + " " + why);
    }

    /** Ends the reading: throws with all problems, if there are any. */
    public void check() {
        if (!problems.isEmpty()) {
            // A setting that two parts read is one problem.
            throw new ConfigException(problems.stream().distinct().toList());
        }
    }

    /** Every setting with its effective value, one per line, secrets masked: to be logged at start. */
    public Map<String, String> effective() {
        Map<String, String> values = new LinkedHashMap<>();
        config.getConfig(ROOT).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> values.put(
                        ROOT + "." + entry.getKey(),
                        entry.getKey().matches(".*(password|secret|token|jaas|webhook\\.url).*")
                                ? "***"
                                : String.valueOf(entry.getValue().unwrapped())));
        return values;
    }

    /** The environment variable that sets a path. */
    public static String environmentName(String settingPath) {
        return settingPath.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Config file(String name, List<String> problems) {
        if (name == null || name.isBlank()) {
            return ConfigFactory.empty();
        }
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            problems.add("DATELINE_CONFIG names " + name + ", which can't be read");
            return ConfigFactory.empty();
        }
        try {
            return ConfigFactory.parseFile(
                            file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
                    .resolve();
        } catch (com.typesafe.config.ConfigException e) {
            problems.add(name + " is not HOCON: " + e.getMessage());
            return ConfigFactory.empty();
        }
    }

    private interface Getter<T> {
        T get(String path);
    }

    private <T> T read(String name, Getter<T> getter, Getter<T> fallback, String expected) {
        String full = at(name);
        try {
            return getter.get(full);
        } catch (com.typesafe.config.ConfigException e) {
            problems.add(full + " is \"" + config.getValue(full).unwrapped() + "\" ("
                    + config.getValue(full).origin().description() + "), expected " + expected);
            return fallback.get(full);
        }
    }

    private <T extends Comparable<T>> T inRange(String name, T value, T least, T most, Supplier<T> fallback) {
        if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
            return value;
        }
        problems.add(at(name) + " is " + value + ", expected " + least + " to " + most);
        return fallback.get();
    }

    private String at(String name) {
        return path + "." + name;
    }

    private static String didYouMean(String wrong, Collection<String> known) {
        return NearestName.of(wrong, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; docs/configuration.md lists them all");
    }
}
