package dev.dateline.standalone.command;

import dev.dateline.common.client.IngestUnavailableException;
import dev.dateline.common.config.ConfigException;
import dev.dateline.common.runtime.Version;
import dev.dateline.dashboard.alerts.AlertRulesException;
import dev.dateline.embedded.BrokerStartException;
import dev.dateline.standalone.console.Printable;
import dev.dateline.standalone.sources.SourcesException;
import dev.dateline.standalone.topic.MissingTopicException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root command. Exit codes: 0 done, 1 not done, 2 wrong usage, 78 wrong configuration. */
@Command(
        name = "dateline",
        description = "Many news sources in, one clean Kafka stream out: each story once, tagged, replayable.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.BuildVersion.class,
        usageHelpAutoWidth = true,
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            PushCommand.class,
            TailCommand.class,
            ExplainCommand.class,
            DiffEventsCommand.class,
            LedgerCommand.class,
            SimulateCommand.class,
            SourcesCommand.class,
            TopicsCommand.class,
            KeysCommand.class,
            AlertsCommand.class,
            BenchCommand.class,
            EvalCommand.class,
            TrainCommand.class,
            WarmUpCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "First steps: dateline demo    then open the address it prints.",
            "Documentation: README.md and docs/."
        })
public final class Dateline implements Callable<Integer> {
    private static final int BAD_CONFIGURATION = 78; // EX_CONFIG of sysexits.h

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The whole command line; where it writes to can still be set. */
    static CommandLine commandLine() {
        return new CommandLine(new Dateline())
                .setExecutionExceptionHandler(Dateline::explain)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Errors that a user can mend are one message; only our own defects show where they come from. */
    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof ConfigException || e instanceof AlertRulesException) {
            command.getErr().println(e.getMessage());
            return BAD_CONFIGURATION;
        }
        if (e instanceof CommandFailure
                || e instanceof BrokerStartException
                || e instanceof IngestUnavailableException
                || e instanceof MissingTopicException
                || e instanceof SourcesException) {
            // A server's answer may be part of it.
            String message = "error: " + Printable.of(e.getMessage());
            command.getErr().println(command.getColorScheme().errorText(message));
            return 1;
        }
        throw e;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }

    static final class BuildVersion implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"dateline " + Version.current()};
        }
    }
}
