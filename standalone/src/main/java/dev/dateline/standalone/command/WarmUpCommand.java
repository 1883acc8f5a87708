package dev.dateline.standalone.command;

import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.Patience;
import dev.dateline.common.client.Sent;
import dev.dateline.standalone.Standalone;
import dev.dateline.standalone.TemporaryDirectory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
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
        try (TemporaryDirectory directory = TemporaryDirectory.create("dateline-warm-up");
                Standalone node = Standalone.start(
                        new Standalone.Options(directory.path(), 0, 0, null),
                        new ClusterOptions()::settings,
                        line -> {})) {
            if (!node.awaitReady(READY_WITHIN)) {
                throw new CommandFailure("not ready: " + node.notReady());
            }
            Sent sent = new IngestClient(URI.create(node.url()), Patience.USUAL)
                    .article(IngestClient.TEXT, Map.of(), ARTICLE.getBytes(StandardCharsets.UTF_8));
            if (!sent.isAccepted()) {
                throw new CommandFailure("the warm-up article was not accepted: " + sent);
            }
            awaitEvent(HttpClient.newHttpClient(), node.url() + "/v1/overview");
        }
        return 0;
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
}
