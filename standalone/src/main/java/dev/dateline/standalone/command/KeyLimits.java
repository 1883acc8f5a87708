package dev.dateline.standalone.command;

import dev.dateline.common.model.AccessScope;
import dev.dateline.ingest.read.ArticleRules;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a new key may do, and how much of it. */
final class KeyLimits {
    private static final int MAX_RATE = 100_000;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "The only source its articles may be of. Default: any.")
    private String source;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "produce",
            description =
                    "produce: send articles. admin: also change the sources that ingest polls. Default: ${DEFAULT-VALUE}.")
    private AccessScope scope;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests a second, for each instance of ingest. Default: no limit.")
    private Integer rate;

    @Option(
            names = "--quota",
            paramLabel = "N",
            description = "Articles a day (UTC), for each instance of ingest. Default: no limit.")
    private Long quota;

    void check(CommandLine command) {
        if (source != null && !ArticleRules.isSourceId(source)) {
            throw new ParameterException(
                    command,
                    "--source must be 1 to 64 of a-z, 0-9, '.', '_' and '-', the first a letter or digit; not '"
                            + source + "'");
        }
        if (rate != null && (rate < 1 || rate > MAX_RATE)) {
            throw new ParameterException(command, "--rate must be 1 to " + MAX_RATE + ", not " + rate);
        }
        if (quota != null && quota < 1) {
            throw new ParameterException(command, "--quota must be at least 1, not " + quota);
        }
    }

    String source() {
        return source;
    }

    AccessScope scope() {
        return scope;
    }

    Integer rate() {
        return rate;
    }

    Long quota() {
        return quota;
    }

    /** A scope as it is typed. */
    static String typed(AccessScope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
