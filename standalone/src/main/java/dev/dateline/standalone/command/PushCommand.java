package dev.dateline.standalone.command;

import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import dev.dateline.standalone.console.Progress;
import dev.dateline.standalone.push.Bookmark;
import dev.dateline.standalone.push.Content;
import dev.dateline.standalone.push.CountedStream;
import dev.dateline.standalone.push.Input;
import dev.dateline.standalone.push.Inputs;
import dev.dateline.standalone.push.ItemResult;
import dev.dateline.standalone.push.JsonResults;
import dev.dateline.standalone.push.Pusher;
import dev.dateline.standalone.push.Results;
import dev.dateline.standalone.push.Sniff;
import dev.dateline.standalone.push.Tally;
import dev.dateline.standalone.push.TextOptions;
import dev.dateline.standalone.push.WebFetcher;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends files, folders, pages and standard input to ingest. */
@Command(
        name = "push",
        description =
                "Send articles: files, folders, web addresses, or standard input. Exits 1 when one was not accepted.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Files by ending: .txt or none is one text; .html one page; .json one article,",
            "an array or any JSON news format; .jsonl and .ndjson one article a line; .xml,",
            ".rss and .atom a feed, NewsML or NITF; .warc the pages of a web archive; each",
            "also packed as .gz or .zst. How far an archive has come is kept beside it.",
            "Folders are searched through; other endings and hidden files are passed over.",
            "",
            "Examples:",
            "  dateline push article.txt --source city-desk",
            "  dateline push archive/ more.ndjson.zst",
            "  dateline push feed.xml --article-url https://example.com/feed.xml",
            "  dateline push crawl.warc.gz --resume",
            "  dateline push https://example.com/news/today.html",
            "  curl -s https://example.com/export.json | dateline push - --json",
            "  dateline push articles/ --bootstrap-servers kafka-1:9092,kafka-2:9092"
        })
final class PushCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|DIR|URL|-", arity = "1..*", description = "What to send; - is standard input.")
    private List<String> arguments;

    @Option(
            names = "--source",
            paramLabel = "ID",
            description =
                    "Who delivers what does not say, for example city-desk. Default: manual; for a page its host.")
    private String source;

    @Option(names = "--id", paramLabel = "ID", description = "The provider's own identifier of the one article.")
    private String id;

    @Option(names = "--article-url", paramLabel = "URL", description = "Where the one article or feed is published.")
    private String articleUrl;

    @Option(names = "--allow-private", description = "Fetch from private and loopback addresses, too.")
    private boolean allowPrivate;

    @Option(names = "--json", description = "Print one JSON object per article instead of lines for people.")
    private boolean json;

    @Option(names = "--resume", description = "Go on with web archives where the last push of them was stopped.")
    private boolean resume;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print refusals and the sum only.")
    private boolean quiet;

    @Mixin
    private IngestOptions ingest;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (ingest.namesBoth()) {
            throw wrong("--url and --bootstrap-servers name two ways; give one");
        }
        Inputs inputs = Inputs.of(arguments);
        if (inputs.all().isEmpty()) {
            throw new CommandFailure("nothing to push in " + String.join(", ", arguments) + " (" + inputs.skipped()
                    + " files passed over)");
        }
        if (inputs.all().size() > 1 && (id != null || articleUrl != null)) {
            throw wrong("--id and --article-url belong to one article, and there is more than one");
        }
        Tally tally = new Tally();
        try (IngestOptions.Target target = ingest.open();
                Progress progress = progress(inputs)) {
            push(inputs, target, progress, tally);
        } finally {
            sumUp(inputs, tally);
        }
        return tally.complete() ? 0 : 1;
    }

    private void push(Inputs inputs, IngestOptions.Target target, Progress progress, Tally tally) throws IOException {
        Palette palette = palette();
        PrintWriter out = spec.commandLine().getOut();
        Consumer<String> lines = line -> {
            progress.stepAside();
            out.println(line);
            out.flush();
        };
        Results results = new Results(lines, palette, tally, quiet);
        Consumer<ItemResult> told = json ? new JsonResults(lines, tally) : results;
        Pusher pusher = new Pusher(target.client(), new TextOptions(source, id, articleUrl), told);
        try (WebFetcher fetcher = new WebFetcher(allowPrivate)) {
            for (Input input : inputs.all()) {
                push(input, pusher, fetcher, progress);
            }
        } finally {
            results.end();
        }
    }

    private void push(Input input, Pusher pusher, WebFetcher fetcher, Progress progress) throws IOException {
        if (input instanceof Input.InFile file) {
            pushFile(file, pusher, progress);
        } else if (input instanceof Input.InStream stream) {
            BufferedInputStream in = Sniff.lookable(new CountedStream(System.in, progress::add));
            pusher.push(stream.name(), Sniff.content(in), in);
        } else if (input instanceof Input.OnWeb found) {
            try {
                pusher.push(found.name(), fetcher.fetch(found.address()));
            } catch (WebFetcher.FetchException e) {
                pusher.unsent(found.name(), e.getMessage());
            }
        } else {
            pusher.unsent(input.name(), ((Input.Nothing) input).why());
        }
    }

    private void pushFile(Input.InFile file, Pusher pusher, Progress progress) {
        try (InputStream packed = new CountedStream(Files.newInputStream(file.path()), progress::add);
                InputStream in = file.kind().unpacked(packed)) {
            if (file.kind().content() == Content.ARCHIVE) {
                pushArchive(file, in, pusher, progress);
            } else {
                pusher.push(file.name(), file.kind().content(), in);
            }
        } catch (IOException e) {
            pusher.unsent(file.name(), "can't be read to its end: " + e.getMessage());
        }
    }

    private void pushArchive(Input.InFile file, InputStream in, Pusher pusher, Progress progress) throws IOException {
        Bookmark bookmark = resume ? Bookmark.resume(file.path()) : Bookmark.atStart(file.path());
        PrintWriter err = spec.commandLine().getErr();
        AutoCloseable stopped = () -> {
            bookmark.save();
            if (bookmark.records() > 0) {
                progress.stepAside();
                err.println(Printable.of(bookmark.howToResume()));
                err.flush();
            }
        };
        Shutdown interrupted = Shutdown.closing(stopped);
        boolean ended = false;
        try {
            pusher.push(file.name(), in, bookmark, progress::note);
            ended = true;
        } finally {
            interrupted.cancel();
            if (!ended) {
                Shutdown.close(stopped);
            }
        }
    }

    private Progress progress(Inputs inputs) {
        return palette().on() && !json && !quiet
                ? Progress.ofBytes("pushing", inputs.bytes(), System.err)
                : Progress.none();
    }

    private void sumUp(Inputs inputs, Tally tally) {
        if (!json && !tally.isEmpty()) {
            String skipped = inputs.skipped() == 0 ? "" : ", " + inputs.skipped() + " files passed over";
            PrintWriter out = spec.commandLine().getOut();
            out.println(tally + skipped);
            out.flush();
        }
    }

    private Palette palette() {
        return Palette.of(spec.commandLine().getColorScheme().ansi());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
