package dev.dateline.standalone.command;

import dev.dateline.standalone.Standalone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** The training run of the build: starts everything in a directory of its own, pushes one article through, and ends. */
@Command(name = "warm-up", hidden = true, description = "Used by the build to record which classes a start needs.")
final class WarmUpCommand implements Callable<Integer> {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration DONE_WITHIN = Duration.ofSeconds(20);
    private static final String ARTICLE =
            "Warm-up article\n\nJane Doe\n3 January 2020 19:44 GMT\n\nThe first paragraph has a few words in it.\n";

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("dateline-warm-up");
        try (Standalone node = Standalone.start(
                new Standalone.Options(directory, 0, 0, null), new ClusterOptions()::settings, line -> {})) {
            if (!node.awaitReady(READY_WITHIN)) {
                throw new CommandFailure("not ready: " + node.notReady());
            }
            HttpClient client = HttpClient.newHttpClient();
            post(client, node.url() + "/v1/articles", ARTICLE);
            awaitEvent(client, node.url() + "/v1/overview");
        } finally {
            delete(directory);
        }
        return 0;
    }

    private static void post(HttpClient client, String url, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("content-type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 202) {
            throw new CommandFailure("the warm-up article was not accepted: " + response.body());
        }
    }

    /** The pages' classes are wanted, too, so the event is looked for where a page would. */
    private static void awaitEvent(HttpClient client, String url) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + DONE_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            if (client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("Warm-up article")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new CommandFailure("the warm-up article did not come out within " + DONE_WITHIN.toSeconds() + " s");
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
