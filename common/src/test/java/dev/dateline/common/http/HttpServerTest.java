package dev.dateline.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private static final HttpSettings FREE_PORT = new HttpSettings("127.0.0.1", 0);

    @Test
    void stoppingLetsAnAnswerUnderWayEnd() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<String> answer = new CompletableFuture<>();
        HttpServer server = new HttpServer(
                FREE_PORT,
                List.of(routes -> routes.get("/slow", context -> {
                    context.future(() -> answer.thenAccept(context::result));
                    asked.countDown();
                })));
        server.start();
        CompletableFuture<HttpResponse<String>> response = get(server, "/slow");
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        // Longer than an idle connection is waited for.
        answer.completeOnTimeout("done", 500, TimeUnit.MILLISECONDS);

        assertThat(response.get(30, TimeUnit.SECONDS).body()).isEqualTo("done");
        closed.get(30, TimeUnit.SECONDS);
    }

    @Test
    void anAnswerThatNeverEndsDoesNotKeepTheServerFromStopping() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer server = new HttpServer(
                FREE_PORT,
                List.of(routes -> routes.get("/endless", context -> {
                    context.future(CompletableFuture::new);
                    asked.countDown();
                })));
        server.start();
        CompletableFuture<HttpResponse<String>> response = get(server, "/endless");
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

        server.close();

        // Whichever way the client is told.
        assertThat(response.handle((answer, e) -> "over")).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void aDefectIsAProblemWithoutItsCause() throws Exception {
        try (HttpServer server = new HttpServer(
                FREE_PORT,
                List.of(routes -> routes.get("/broken", context -> {
                    throw new IllegalStateException("secret");
                })))) {
            server.start();

            HttpResponse<String> response = get(server, "/broken").get(30, TimeUnit.SECONDS);

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
            assertThat(response.body()).contains("/problems/internal").doesNotContain("secret", "Exception", "java.");
        }
    }

    @Test
    void aProblemInAFutureIsAnsweredAsOne() throws Exception {
        try (HttpServer server = new HttpServer(
                FREE_PORT,
                List.of(routes -> routes.get(
                        "/full",
                        context -> context.future(() -> CompletableFuture.runAsync(() -> {
                            throw new ProblemException(Problem.of(ProblemType.BUSY, "later"), Duration.ofMillis(1));
                        })))))) {
            server.start();

            HttpResponse<String> response = get(server, "/full").get(30, TimeUnit.SECONDS);

            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("Retry-After")).contains("1");
        }
    }

    private static CompletableFuture<HttpResponse<String>> get(HttpServer server, String path) {
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
