package dev.dateline.standalone.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.testkit.ScriptedServer;
import dev.dateline.testkit.ScriptedServer.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageFetcherTest {
    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html; charset=utf-8");

    private final PageFetcher fetcher = new PageFetcher(true);
    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start(asked -> new Answer(200, HTML, "<p>Grüße</p>"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPageIsFetched() throws IOException {
        URI url = server.url().resolve("/a?b=c");
        assertThat(fetcher.fetch(url)).isEqualTo(new Page(url, true, "<p>Grüße</p>"));
    }

    @Test
    void redirectsAreFollowedAndTheLastAddressCounts() throws IOException {
        server.then(asked -> new Answer(301, Map.of("Location", "/b"), ""));

        assertThat(fetcher.fetch(server.url().resolve("/a")).url())
                .isEqualTo(server.url().resolve("/b"));
    }

    @Test
    void endlessRedirectsEnd() throws IOException {
        try (ScriptedServer circle =
                ScriptedServer.start(asked -> new Answer(302, Map.of("Location", asked.target()), ""))) {
            assertThatThrownBy(() -> fetcher.fetch(circle.url().resolve("/"))).hasMessageContaining("redirects more");
            assertThat(circle.asked()).hasSize(6);
        }
    }

    @Test
    void privateAddressesAreNotAskedUnlessAllowed() {
        assertThatThrownBy(() -> new PageFetcher(false).fetch(server.url()))
                .isInstanceOf(PageFetcher.FetchException.class)
                .hasMessageContaining("--allow-private");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aRedirectToAnotherSchemeIsRefused() {
        server.then(asked -> new Answer(302, Map.of("Location", "file:///etc/hosts"), ""));

        assertThatThrownBy(() -> fetcher.fetch(server.url())).hasMessageContaining("only http and https");
    }

    @Test
    void pagesAreOfABoundedSize() {
        server.then(asked -> new Answer(200, HTML, "x".repeat(4 << 20)));

        assertThatThrownBy(() -> fetcher.fetch(server.url())).hasMessageContaining("longer than");
    }

    @Test
    void onlyPagesArePages() {
        server.then(asked -> new Answer(200, Map.of("Content-Type", "application/pdf"), "%PDF"))
                .then(asked -> new Answer(404, HTML, "no"));

        assertThatThrownBy(() -> fetcher.fetch(server.url())).hasMessageContaining("neither HTML");
        assertThatThrownBy(() -> fetcher.fetch(server.url())).hasMessageContaining("HTTP 404");
    }

    @Test
    void plainTextIsText() throws IOException {
        server.then(asked -> new Answer(200, Map.of("Content-Type", "text/plain"), "Hello"));

        assertThat(fetcher.fetch(server.url()).html()).isFalse();
    }
}
