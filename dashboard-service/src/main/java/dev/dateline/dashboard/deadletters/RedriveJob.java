package dev.dateline.dashboard.deadletters;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One redrive: letter by letter, at its pace, until it is through, is told to stop, or can't go on. */
final class RedriveJob {
    private static final int MAX_REPORT = 200;
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);

    private final String id;
    private final String actor;
    private final RedriveRequest request;
    private final List<LetterPosition> selected;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final List<JobStatus.Line> report = new ArrayList<>();
    private String state = "running";
    private String why;
    private Instant endedAt;
    private int scanned;
    private int redriven;
    private volatile boolean stopping;

    /** What is done with one letter. */
    interface Treatment {
        /** Throws when it is not known to be done; the job ends with that. */
        JobStatus.Line treat(LetterPosition letter, boolean dryRun);
    }

    RedriveJob(String id, String actor, RedriveRequest request, List<LetterPosition> selected, InstantSource clock) {
        this.id = id;
        this.actor = actor;
        this.request = request;
        this.selected = List.copyOf(selected);
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    String id() {
        return id;
    }

    /** Ends after the letter that is being written. */
    void stop() {
        stopping = true;
    }

    synchronized boolean isRunning() {
        return endedAt == null;
    }

    /** Returns when it has ended. */
    void run(Treatment treatment) {
        Pace pace = new Pace(request.ratePerSecond(), System.nanoTime());
        try {
            for (LetterPosition letter : selected) {
                // Looking costs nothing that has to be spared: the pace is for what is written.
                if (!request.dryRun() && !awaitTurn(pace)) {
                    break;
                }
                if (stopping) {
                    break;
                }
                note(treatment.treat(letter, request.dryRun()));
            }
            end(stopping ? "stopped" : "done", stopping ? "somebody stopped it" : "all were looked at");
        } catch (RuntimeException e) {
            end("failed", e.getMessage());
            throw e;
        }
    }

    private boolean awaitTurn(Pace pace) {
        long wait = pace.take(System.nanoTime());
        while (wait > 0 && !stopping) {
            LockSupport.parkNanos(Math.min(wait, LONGEST_WAIT));
            wait = pace.take(System.nanoTime());
        }
        return !stopping;
    }

    private synchronized void note(JobStatus.Line line) {
        scanned++;
        if (line.result().equals(Redriver.REDRIVEN) || line.result().equals(Redriver.WOULD_REDRIVE)) {
            redriven++;
        } else {
            skipped.merge(line.result(), 1, Integer::sum);
        }
        if (report.size() < MAX_REPORT) {
            report.add(line);
        }
    }

    private synchronized void end(String how, String reason) {
        state = how;
        why = reason;
        endedAt = clock.instant();
    }

    synchronized JobStatus status() {
        String detail = "scanned " + scanned + " of " + selected.size()
                + (request.dryRun() ? ", would redrive " : ", redriven ") + redriven
                + (why == null ? "" : ", stopped because " + why);
        return new JobStatus(
                id,
                state,
                detail,
                request.dryRun(),
                actor,
                request.selection(),
                request.ratePerSecond(),
                startedAt,
                endedAt,
                selected.size(),
                scanned,
                redriven,
                new TreeMap<>(skipped),
                List.copyOf(report));
    }
}
