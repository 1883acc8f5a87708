package dev.dateline.standalone.command;

import dev.dateline.standalone.Standalone;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs everything with a simulated newswire in front. */
@Command(
        name = "demo",
        description = "Start everything, and a simulated newswire that keeps publishing; Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
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
        out.println("  open this   " + running.url() + "/");
        out.flush();
        return 0;
    }
}
