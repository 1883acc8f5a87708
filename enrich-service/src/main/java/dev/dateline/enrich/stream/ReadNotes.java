package dev.dateline.enrich.stream;

import dev.dateline.enrich.step.ReadProgress;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/** Notes how far a processor has come that reads a topic itself; what is behind it is the lag. */
final class ReadNotes {
    private final ReadProgress progress;
    private final ProcessingContext context;
    private final String task;

    /** To be made whenever the processor is initialised: the task is new to this instance, or begins anew. */
    ReadNotes(ReadProgress progress, ProcessingContext context) {
        this.progress = progress;
        this.context = context;
        this.task = context.taskId().toString();
        progress.started(task, context.currentSystemTimeMs());
    }

    /** The record at hand has been processed, with all that follows from it. */
    void done(long timestamp) {
        context.recordMetadata()
                .ifPresent(record ->
                        progress.done(task, record.topic(), new ReadProgress.Position(record.offset(), timestamp)));
    }
}
