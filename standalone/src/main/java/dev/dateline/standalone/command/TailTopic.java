package dev.dateline.standalone.command;

import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.standalone.tail.RecordLine;
import dev.dateline.standalone.tail.RecordLines;
import java.util.Locale;

/** The topics that {@code tail} shows, by the names it knows them. */
enum TailTopic {
    EVENTS,
    DUPLICATES,
    DEAD_LETTERS,
    RAW,
    LEDGER,
    TELEMETRY;

    Topic<?> in(Topics topics) {
        return switch (this) {
            case EVENTS -> topics.events();
            case DUPLICATES -> topics.duplicates();
            case DEAD_LETTERS -> topics.deadLetters();
            case RAW -> topics.raw();
            case LEDGER -> topics.ledger();
            case TELEMETRY -> topics.telemetry();
        };
    }

    RecordLine<?> line(RecordLines lines) {
        return switch (this) {
            case EVENTS -> lines.events();
            case DUPLICATES -> lines.duplicates();
            case DEAD_LETTERS -> lines.deadLetters();
            case RAW -> lines.raw();
            case LEDGER -> lines.ledger();
            case TELEMETRY -> lines.telemetry();
        };
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
