package dev.dateline.standalone.command;

import dev.dateline.standalone.Standalone;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs everything until it is told to stop. */
@Command(
        name = "up",
        description = "Start Kafka and all services in this terminal; Ctrl-C stops them.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOptions node;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Standalone running = node.start(out);
        Shutdown.closing(running);
        out.println();
        out.println("  dashboard   " + running.url() + "/");
        out.println("  push        ./dateline push article.txt --url " + running.url());
        out.println("  Kafka       " + running.context().kafka().bootstrapServers());
        out.println("  stop        Ctrl-C");
        out.flush();
        throw node.failed(running);
    }
}
