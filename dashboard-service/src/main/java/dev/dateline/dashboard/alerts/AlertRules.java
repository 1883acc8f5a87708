package dev.dateline.dashboard.alerts;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rules in force, by name. Those that come with the program can be changed, switched off and added to by a file. */
public record AlertRules(List<AlertRule> all) {
    private static final String STANDARD = "dateline-alerts.conf";

    public AlertRules {
        all = List.copyOf(all);
    }

    /** The rules that come with the program. */
    public static AlertRules standard() {
        return new AlertRules(RuleReader.read(standardFile().resolve()));
    }

    /**
     * The rules that come with the program with a file laid over them.
     *
     * @throws AlertRulesException when the file can't be read or is not valid; the message lists all problems
     */
    public static AlertRules withFile(Path file) {
        if (!Files.isReadable(file)) {
            throw new AlertRulesException(file + " can't be read");
        }
        try {
            Config own = ConfigFactory.parseFile(
                    file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
            return new AlertRules(
                    RuleReader.read(own.withFallback(standardFile()).resolve()));
        } catch (ConfigException e) {
            throw new AlertRulesException(file + " is not HOCON: " + e.getMessage());
        }
    }

    private static Config standardFile() {
        return ConfigFactory.parseResources(
                AlertRules.class.getClassLoader(),
                STANDARD,
                ConfigParseOptions.defaults().setAllowMissing(false));
    }
}
