package dev.dateline.standalone.command;

import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.standalone.books.Books;
import dev.dateline.standalone.books.LedgerReader;
import dev.dateline.standalone.books.Recount;
import dev.dateline.standalone.books.TopicRecount;
import dev.dateline.standalone.books.Verification;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the books, and counts them again when asked. */
@Command(
        name = "ledger",
        description = "Print what became of every raw record, by source. Exits 1 when the books do not balance.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Every raw record ends as exactly one of: event, duplicate, resend, dead letter.",
            "Until then it is in flight.",
            "",
            "--verify reads the topics from their beginnings and counts again: raw records;",
            "revisions whose last event is active or revised; revisions that were withdrawn",
            "or assigned to an original; origins of dead letters. A resend changes nothing",
            "and leaves no record, so resends are what is left of the raw records: had the",
            "ledger lost or doubled a record, this remainder would differ from its resends.",
            "It needs topics that still hold all records.",
            "",
            "Examples:",
            "  dateline ledger",
            "  dateline ledger --verify",
            "  dateline ledger --json | jq .total.in_flight"
        })
final class LedgerCommand implements Callable<Integer> {
    private static final int TRIES = 3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Option(names = "--verify", description = "Count again from the topics, and compare.")
    private boolean verify;

    @Mixin
    private ClusterOptions cluster;

    /** The books, and the recount that belongs to them; null when none was asked for or the books are still open. */
    private record Reading(Books books, Verification verification) {}

    @Override
    public Integer call() {
        Reading reading = cluster.ask(this::read);
        if (json) {
            print(List.of(LedgerJson.of(reading.books(), reading.verification()).line()));
        } else {
            Palette palette = Palette.of(spec.commandLine().getColorScheme().ansi());
            print(LedgerTable.lines(reading.books(), palette));
            if (verify) {
                print(verdict(reading.verification(), palette));
            }
        }
        boolean verified = !verify
                || (reading.verification() != null && reading.verification().agrees());
        return reading.books().balanced() && verified ? 0 : 1;
    }

    private Reading read(KafkaSettings kafka) {
        try (LedgerReader ledger = LedgerReader.open(kafka)) {
            Books books = ledger.read();
            if (!verify || !books.balanced()) {
                return new Reading(books, null);
            }
            for (int i = 0; i < TRIES; i++) {
                Recount recount = recount(kafka);
                Books after = ledger.read();
                if (after.equals(books)) {
                    return new Reading(books, Verification.of(books, recount.counts()));
                }
                books = after;
            }
            throw new CommandFailure("the books moved while they were counted again; try when less arrives");
        }
    }

    private static Recount recount(KafkaSettings kafka) {
        TopicRecount topics = new TopicRecount(kafka);
        Recount recount;
        try {
            recount = topics.count();
        } catch (Recount.TooManyException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
        if (!topics.truncated().isEmpty()) {
            throw new CommandFailure("can't count again: the oldest records are gone from "
                    + String.join(", ", topics.truncated()) + " (retention), and the ledger counts from the beginning");
        }
        if (recount.compactedAway() > 0) {
            throw new CommandFailure("can't count again: compaction has removed " + recount.compactedAway()
                    + " superseded assignments from "
                    + kafka.topics().duplicates().name());
        }
        return recount;
    }

    private static List<String> verdict(Verification verification, Palette palette) {
        if (verification == null) {
            return List.of("not verified: only balanced books can be counted again");
        }
        if (verification.agrees()) {
            return List.of(palette.green("verified") + ": the topics, counted again, say the same");
        }
        return verification.differences().stream()
                .map(difference -> palette.red("differs") + ": " + Printable.of(difference))
                .toList();
    }

    private void print(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
