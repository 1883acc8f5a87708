package dev.dateline.standalone.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.testkit.ScriptedServer;
import dev.dateline.testkit.ScriptedServer.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebFetcherTest {
    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html; charset=utf-8");

    private final WebFetcher fetcher = new WebFetcher(true);
    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start(asked -> new Answer(200, HTML, "<p>Grüße</p>"));
    }

    @AfterEach
    void stop() {
        server.close();
        fetcher.close();
    }

    @Test
    void aDocumentIsFetchedAsItIs() throws IOException {
        URI url = server.url().resolve("/a?b=c");

        WebDocument page = fetcher.fetch(url);

        assertThat(page.url()).isEqualTo(url);
        assertThat(page.mediaType()).isEqualTo("text/html; charset=utf-8");
        assertThat(page.bytes()).isEqualTo("<p>Grüße</p>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theLastAddressCounts() throws IOException {
        server.then(asked -> new Answer(301, Map.of("Location", "/b"), ""));

        assertThat(fetcher.fetch(server.url().resolve("/a")).url())
                .isEqualTo(server.url().resolve("/b"));
    }

    @Test
    void privateAddressesAreNotAskedUnlessAllowed() {
        try (WebFetcher careful = new WebFetcher(false)) {
            assertThatThrownBy(() -> careful.fetch(server.url()))
                    .isInstanceOf(WebFetcher.FetchException.class)
                    .hasMessageContaining("--allow-private");
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaid() {
        server.then(asked -> new Answer(404, HTML, "no"));

        assertThatThrownBy(() -> fetcher.fetch(server.url())).hasMessage("answers HTTP 404");
    }
}
