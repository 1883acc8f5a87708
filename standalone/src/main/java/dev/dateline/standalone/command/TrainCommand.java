package dev.dateline.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes models anew. */
@Command(
        name = "train",
        description = "Train the models that come with the service. Needs no Kafka.",
        mixinStandardHelpOptions = true,
        subcommands = TrainNamesCommand.class)
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }
}
