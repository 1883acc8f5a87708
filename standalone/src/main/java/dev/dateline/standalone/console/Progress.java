package dev.dateline.standalone.console;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a long work has come, on stderr: stdout is for results. Without a terminal nothing is shown. */
public final class Progress implements AutoCloseable {
    private static final int EVERY_MS = 200;
    private static final long KIB = 1 << 10;

    private final Optional<ProgressBar> bar;
    private final PrintStream err;

    private Progress(Optional<ProgressBar> bar, PrintStream err) {
        this.bar = bar;
        this.err = err;
    }

    public static Progress none() {
        return new Progress(Optional.empty(), System.err);
    }

    /** Counts things: shows their rate; with a total also what is left. {@code total} below zero means unknown. */
    public static Progress ofItems(String task, long total, PrintStream err) {
        return new Progress(Optional.of(builder(task, total, err).showSpeed().build()), err);
    }

    /** Counts bytes. {@code total} below zero means unknown. */
    public static Progress ofBytes(String task, long total, PrintStream err) {
        return new Progress(
                Optional.of(builder(task, total, err)
                        .setUnit(" KiB", KIB)
                        .showSpeed()
                        .build()),
                err);
    }

    private static ProgressBarBuilder builder(String task, long total, PrintStream err) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(EVERY_MS)
                .setConsumer(new ConsoleProgressBarConsumer(err))
                .clearDisplayOnFinish();
    }

    /** More is done. */
    public void add(long amount) {
        bar.ifPresent(shown -> shown.stepBy(amount));
    }

    /** Says more, behind the numbers. */
    public void note(String text) {
        bar.ifPresent(shown -> shown.setExtraMessage(" " + text));
    }

    /** Makes room for a line of other output; the bar comes back under it. */
    public void stepAside() {
        if (bar.isPresent()) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
