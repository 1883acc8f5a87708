package dev.dateline.standalone.command;

import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.IngestUnavailableException;
import dev.dateline.common.client.Patience;
import dev.dateline.common.runtime.DaemonThreads;
import dev.dateline.standalone.Standalone;
import dev.dateline.standalone.simulate.EndlessWire;
import dev.dateline.standalone.simulate.Pace;
import dev.dateline.standalone.simulate.SimulationRun;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs everything with a simulated newswire in front. */
@Command(
        name = "demo",
        description = "Start everything, and a simulated newswire that keeps publishing; Ctrl-C stops it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Each demo tells new stories, also on the data of the last one. --seed tells one again.",
            "",
            "Examples:",
            "  dateline demo --open",
            "  dateline demo --rate 50/s --data-dir /tmp/dateline-demo"
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration EVERY_LINE = Duration.ofSeconds(10);
    private static final Duration EVERY_UPDATE = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            defaultValue = "5/s",
            converter = Rates.class,
            description = "Simulated deliveries a second. Default: ${DEFAULT-VALUE}.")
    private Pace pace;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Which newswire to simulate. Default: another one each time.")
    private Long seed;

    @Option(names = "--open", description = "Open the dashboard in the browser.")
    private boolean open;

    @Mixin
    private NodeOptions node;

    @Override
    public Integer call() throws Exception {
        if (pace.perSecond() == 0) {
            throw new ParameterException(spec.commandLine(), "--rate must be above 0: a demo never ends");
        }
        PrintWriter out = spec.commandLine().getOut();
        Standalone running = node.start(out);
        // Its own time to the second: no two demos tell the same stories.
        long first = seed == null ? Instant.now().getEpochSecond() : seed;
        SimulationRun wire = new SimulationRun(
                new EndlessWire(first, pace.perSecond(), InstantSource.system()),
                pace,
                new IngestClient(URI.create(running.url()), Patience.USUAL),
                running.context().kafka(),
                truths -> {});
        Shutdown.closing(wire, running);
        DaemonThreads.named("demo-newswire").newThread(() -> deliver(wire)).start();
        welcome(out, running, first);
        DaemonThreads.named("demo-status").newThread(() -> watch(running, out)).start();
        throw node.failed(running);
    }

    private void welcome(PrintWriter out, Standalone running, long first) {
        String url = running.url();
        String kafka = running.context().kafka().bootstrapServers();
        out.println();
        out.println("  open this   " + url + "/");
        out.println();
        out.println("  A simulated newswire is running (seed " + first + "). In another terminal, try:");
        out.println("  dateline tail events --bootstrap-servers " + kafka);
        out.println("  dateline push article.txt --url " + url);
        out.println("  dateline ledger --bootstrap-servers " + kafka);
        out.println("  stop with Ctrl-C");
        out.println();
        if (open && !Browser.open(url + "/")) {
            out.println("  no browser could be opened from here; the address is above");
        }
        out.flush();
    }

    private void deliver(SimulationRun wire) {
        try {
            wire.run();
        } catch (IngestUnavailableException | KafkaException e) {
            spec.commandLine().getErr().println("the simulated newswire has stopped: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Standalone running, PrintWriter out) {
        boolean terminal = spec.commandLine().getColorScheme().ansi().enabled();
        try (DemoStatus status = new DemoStatus(running.context().kafka(), out, terminal)) {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep((terminal ? EVERY_UPDATE : EVERY_LINE).toMillis());
                status.print();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
