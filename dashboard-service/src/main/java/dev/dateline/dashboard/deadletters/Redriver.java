package dev.dateline.dashboard.deadletters;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.AuditEntry;
import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.runtime.AckedWriter;
import dev.dateline.common.runtime.DaemonThreads;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.runtime.UnconfirmedException;
import dev.dateline.common.topics.Topics;
import dev.dateline.dashboard.admin.Audit;
import dev.dateline.dashboard.kafka.RecordReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes dead letters back to the raw topic, one job at a time. A letter is written first, marked in the audit when Kafka has
 * acknowledged it, and never deleted. A crash between the two leaves a letter that can be redriven again: the second time it is a resend.
 */
public final class Redriver implements AutoCloseable {
    static final String REDRIVEN = "redriven";
    static final String WOULD_REDRIVE = "would-redrive";
    private static final String GONE = "gone";
    private static final Logger LOG = LoggerFactory.getLogger(Redriver.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final int MAX_SELECTED = 10_000;
    private static final int JOBS_KEPT = 20;

    private final KafkaSettings kafka;
    private final Topics topics;
    private final LetterIndex index;
    private final Audit audit;
    private final AckedWriter writer;
    private final BooleanSupplier complete;
    private final InstantSource clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(DaemonThreads.named("dashboard-redrive"));
    private final Map<String, RedriveJob> jobs = new LinkedHashMap<>();
    private RedriveJob current;

    /**
     * A redriver without a job.
     *
     * @param complete whether dead letters and audit were read up to their ends
     */
    public Redriver(
            KafkaSettings kafka,
            LetterIndex index,
            Audit audit,
            AckedWriter writer,
            BooleanSupplier complete,
            InstantSource clock) {
        this.kafka = kafka;
        this.topics = kafka.topics();
        this.index = index;
        this.audit = audit;
        this.writer = writer;
        this.complete = complete;
        this.clock = clock;
    }

    /**
     * Starts a job.
     *
     * @param actor id of the key that it is done with
     * @throws ProblemException busy while another job runs, kafka-unavailable, or write-unconfirmed when it can't be put into the audit
     */
    public synchronized JobStatus start(RedriveRequest request, String actor) {
        if (!complete.getAsBoolean()) {
            throw new ProblemException(
                    Problem.of(ProblemType.KAFKA_UNAVAILABLE, "the dead letters have not been read to their end yet"),
                    RETRY);
        }
        if (current != null && current.isRunning()) {
            throw new ProblemException(
                    Problem.of(ProblemType.BUSY, "job " + current.id() + " runs; one at a time"), RETRY);
        }
        List<LetterPosition> selected = index.select(request.selection(), MAX_SELECTED);
        RedriveJob job = new RedriveJob(UUID.randomUUID().toString(), actor, request, selected, clock);
        try {
            audit.write(
                    actor,
                    "redrive",
                    job.id(),
                    (request.dryRun() ? "dry run, selected: " : "begins, selected: ") + selected.size());
        } catch (UnconfirmedException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.WRITE_UNCONFIRMED,
                            "the job could not be noted in the audit, so it was not started"),
                    RETRY);
        }
        current = job;
        jobs.put(job.id(), job);
        if (jobs.size() > JOBS_KEPT) {
            jobs.remove(jobs.keySet().iterator().next());
        }
        worker.execute(() -> run(job, actor));
        return job.status();
    }

    private void run(RedriveJob job, String actor) {
        try (RecordReader reader = new RecordReader(kafka, "dashboard-redrive")) {
            job.run((letter, dryRun) -> treat(reader, letter, dryRun, actor));
        } catch (RuntimeException e) {
            LOG.warn("redrive {} ended early", job.id(), e);
        }
        JobStatus ended = job.status();
        try {
            audit.write(actor, "redrive-end", job.id(), ended.detail());
        } catch (UnconfirmedException e) {
            LOG.warn("the end of redrive {} is missing from the audit: {}", job.id(), ended.detail(), e);
        }
    }

    private JobStatus.Line treat(RecordReader reader, LetterPosition at, boolean dryRun, String actor) {
        Optional<ConsumerRecord<byte[], byte[]>> found =
                reader.read(topics.deadLetters().name(), at.partition(), at.offset());
        if (found.isEmpty() || found.get().value() == null) {
            return new JobStatus.Line(at.partition(), at.offset(), GONE, null);
        }
        ConsumerRecord<byte[], byte[]> record = found.get();
        DeadLetter letter = topics.deadLetters()
                .serde()
                .deserializer()
                .deserialize(topics.deadLetters().name(), record.value());
        String raw = topics.raw().name();
        Fitness fitness = Fitness.of(letter, index.isRedriven(at), raw, reader.partitions(raw));
        if (fitness != Fitness.FIT) {
            String reason = fitness.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new JobStatus.Line(at.partition(), at.offset(), reason, null);
        }
        if (dryRun) {
            return new JobStatus.Line(at.partition(), at.offset(), WOULD_REDRIVE, null);
        }
        Optional<ConsumerRecord<byte[], byte[]>> origin =
                reader.read(raw, letter.originPartition(), letter.originOffset());
        RecordMetadata written = writer.write(
                RedrivenRecord.of(letter, record.headers(), origin.orElse(null), topics.raw(), clock.instant()));
        String writtenTo = raw + "-" + written.partition() + "@" + written.offset();
        index.mark(at, writtenTo);
        audit.write(actor, AuditEntry.REDRIVE_LETTER, at.on(topics.deadLetters().name()), writtenTo);
        return new JobStatus.Line(at.partition(), at.offset(), REDRIVEN, writtenTo);
    }

    /** How far a job is; empty when there was none of that id, or not among the last. */
    public synchronized Optional<JobStatus> job(String id) {
        return Optional.ofNullable(jobs.get(id)).map(RedriveJob::status);
    }

    /** Stops a job after the letter it is at; empty as for {@link #job}. */
    public synchronized Optional<JobStatus> stop(String id, String actor) {
        RedriveJob job = jobs.get(id);
        if (job == null) {
            return Optional.empty();
        }
        if (job.isRunning()) {
            job.stop();
            try {
                audit.write(actor, "redrive-stop", id, "asked to stop");
            } catch (UnconfirmedException e) {
                // It has been stopped all the same, and says so in its own last entry.
                LOG.warn("who stopped redrive {} is missing from the audit: {}", id, actor, e);
            }
        }
        return Optional.of(job.status());
    }

    @Override
    public void close() {
        synchronized (this) {
            if (current != null) {
                current.stop();
            }
        }
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
