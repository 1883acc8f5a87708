package dev.dateline.standalone.push;

import static dev.dateline.testkit.ScriptedServer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.IngestUnavailableException;
import dev.dateline.common.client.Patience;
import dev.dateline.testkit.ScriptedServer;
import dev.dateline.testkit.ScriptedServer.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchivePusherTest {
    private static final int PAGES = 1000;
    private static final Pattern TARGET = Pattern.compile("WARC-Target-URI: (\\S+)");

    private final List<ItemResult> told = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();
    private ScriptedServer server;
    private IngestClient client;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.accepting();
        client = new IngestClient(server.url(), new Patience(Duration.ofMillis(1)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void onlyPagesAreSentAndKeepTheirNumbers() throws IOException {
        Path archive = archive(CrawlArchive.Packing.MEMBER_PER_RECORD);

        push(archive, Bookmark.atStart(archive));

        assertThat(sentUrls()).containsExactlyElementsOf(urls());
        assertThat(server.asked()).allSatisfy(asked -> {
            assertThat(asked.target()).isEqualTo("/v1/articles:batch?source=crawl");
            assertThat(asked.mediaType()).isEqualTo("application/warc");
            assertThat(asked.body()).doesNotContain("WARC-Type: request", "image/png");
        });
        assertThat(told).hasSize(PAGES);
        assertThat(told.get(1).number()).isEqualTo(5);
        assertThat(noted).endsWith((3 * PAGES) + " records, " + PAGES + " articles");
        assertThat(folder).isDirectoryNotContaining("glob:**.pushed");
    }

    @ParameterizedTest
    @EnumSource
    void aPushThatWasStoppedGoesOnWhereItWas(CrawlArchive.Packing packing) throws IOException {
        Path archive = archive(packing);
        Map<String, String> later = Map.of("Retry-After", "9");
        server.then(ScriptedServer::accept)
                .then(ScriptedServer::accept)
                .then(asked -> new Answer(503, later, problem(503, "kafka-unavailable")));
        Bookmark bookmark = Bookmark.atStart(archive);

        assertThatThrownBy(() -> push(archive, bookmark)).isInstanceOf(IngestUnavailableException.class);
        bookmark.save();
        int refused = server.asked().get(2).body().length();
        assertThat(bookmark.howToResume()).contains("--resume").contains("record " + bookmark.records());
        push(archive, Bookmark.resume(archive));

        assertThat(refused).isPositive();
        List<String> sent = sentUrls();
        int again = urlsIn(server.asked().get(2)).size();
        assertThat(sent).hasSize(PAGES + again).containsSubsequence(urls());
        assertThat(folder).isDirectoryNotContaining("glob:**.pushed");
    }

    @Test
    void anArchiveThatHasChangedIsNotResumed() throws IOException {
        Path archive = archive(CrawlArchive.Packing.NONE);
        Bookmark bookmark = Bookmark.atStart(archive);
        bookmark.reached(bookmark.position(), 7);
        bookmark.save();
        Files.writeString(archive, "\r\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Bookmark.resume(archive))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has changed");
    }

    @Test
    void withoutABookmarkResumingBeginsAtTheStart() throws IOException {
        Path archive = archive(CrawlArchive.Packing.NONE);

        assertThat(Bookmark.resume(archive).records()).isZero();
    }

    private void push(Path archive, Bookmark bookmark) throws IOException {
        Pusher pusher = new Pusher(client, new TextOptions("crawl", null, null), told::add);
        try (InputStream in = Files.newInputStream(archive)) {
            pusher.push("archive", in, bookmark, noted::add);
        }
    }

    private List<String> sentUrls() {
        return server.asked().stream().flatMap(asked -> urlsIn(asked).stream()).toList();
    }

    private static List<String> urlsIn(ScriptedServer.Asked asked) {
        return TARGET.matcher(asked.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> urls() {
        return IntStream.range(0, PAGES).mapToObj(CrawlArchive::url).toList();
    }

    private Path archive(CrawlArchive.Packing packing) throws IOException {
        return CrawlArchive.write(folder, PAGES, packing);
    }
}
