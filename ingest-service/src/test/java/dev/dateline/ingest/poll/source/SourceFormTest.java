package dev.dateline.ingest.poll.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.model.SourceKind;
import dev.dateline.common.model.SourceTrust;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.poll.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFormTest {
    @TempDir
    private Path folder;

    private static Source read(String json, Source known) {
        try {
            return SourceForm.read(
                    Json.MAPPER.readTree(json.replace('\'', '"')), "a", id -> known, "", VirtualClock.START);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anAddressIsEnough() {
        Source source = read("{'url': 'https://a.example/feed'}", null);

        assertThat(source)
                .isEqualTo(SourceBuilder.builder()
                        .id("a")
                        .url("https://a.example/feed")
                        .kind(SourceKind.FEED)
                        .trust(SourceTrust.NORMAL)
                        .updatedAt(VirtualClock.START)
                        .build());
    }

    @Test
    void everyFieldCounts() {
        Source source = read(
                """
                {'id': 'a', 'name': 'Harbour Post', 'url': 'https://a.example/feed', 'kind': 'sitemap', 'interval': '2h', 'language': 'pt-br',
                 'headers': {'Authorization': 'Bearer k'}, 'trust': 'high', 'full_text': true, 'paused': true}""",
                null);

        assertThat(source.kind()).isEqualTo(SourceKind.SITEMAP);
        assertThat(source.trust()).isEqualTo(SourceTrust.HIGH);
        assertThat(source.language()).isEqualTo("pt-BR");
        assertThat(source.headers()).containsEntry("Authorization", "Bearer k");
        assertThat(source.fullText()).isTrue();
        assertThat(source.paused()).isTrue();
    }

    @Test
    void whatIsLeftOutStaysAsPeopleSetIt() {
        Source known = read(
                "{'url': 'https://a.example/feed', 'headers': {'X-Key': 'k', 'X-Old': 'o'}, 'paused': true}", null);

        Source again = read("{'url': 'https://a.example/feed', 'headers': {'X-Key': '***'}}", known);

        assertThat(again.paused()).isTrue();
        assertThat(again.headers()).isEqualTo(Map.of("X-Key", "k"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; url; expected an http",
                "{'url': 'ftp://a.example/'}; url; port 80",
                "{'url': 'https://a.example/', 'ulr': 'x'}; ulr; did you mean url",
                "{'url': 'https://a.example/', 'interval': '5 min'}; interval; 30m",
                "{'url': 'https://a.example/', 'kind': 'page'}; kind; feed, sitemap",
                "{'url': 'https://a.example/', 'language': 'x'}; language; BCP 47",
                "{'url': 'https://a.example/', 'headers': {'X-Key': '***'}}; headers; mask",
                "{'url': 'https://a.example/', 'headers': {'X Key': 'v'}}; headers; HTTP",
                "{'url': 'https://a.example/', 'headers': {'X': 'a\\r\\nHost: b'}}; headers; HTTP",
                "{'url': 'https://a.example/', 'id': 'b'}; id; leave it out",
                "{'url': 'https://a.example/', 'paused': 'no'}; paused; true or false",
                "{'url': 'https://a.example/', 'state': {}}; state; set by Dateline"
            })
    void eachErrorSaysHowToMendIt(String json, String field, String detail) {
        assertThatThrownBy(() -> read(json, null)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().field()).isEqualTo(field);
            assertThat(e.problem().detail()).contains(detail);
            assertThat(e.problem().status()).isEqualTo(422);
        });
    }

    @Test
    void aFileDeclaresAList() throws Exception {
        Path file = file(
                """
                # Feeds of the harbour
                sources:
                  - id: harbour-post
                    url: https://harbour-post.example/feed
                    interval: 15m
                    headers:
                      X-Key: "k"
                  - {id: ferry, url: "https://ferry.example/map.xml", kind: sitemap, full_text: yes-no}
                """
                        .replace("yes-no", "true"));

        assertThat(SourcesFile.read(file, id -> null, VirtualClock.START))
                .extracting(Source::id, Source::kind, Source::fullText)
                .containsExactly(
                        tuple("harbour-post", SourceKind.FEED, false), tuple("ferry", SourceKind.SITEMAP, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sources: {}; expected one list",
                "[]; expected one list",
                "sources: [{id: a}]; sources[0].url",
                "sources: [{id: a, url: 'http://a.example'}, {id: a, url: 'http://b.example'}]; is there twice",
                "sources: [{id: a, id: b}]; not YAML",
                "sources: [; not YAML",
                "sources: [!!java.net.URL ['http://a.example']]; not YAML"
            })
    void aFileIsTakenWholeOrNotAtAll(String yaml, String message) throws IOException {
        Path file = file(yaml);

        assertThatThrownBy(() -> SourcesFile.read(file, id -> null, VirtualClock.START))
                .isInstanceOf(SourcesFile.SourcesFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aBillionLaughsAreNotLaughed() throws IOException {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        Path file = file(yaml.toString());

        assertThatThrownBy(() -> SourcesFile.read(file, id -> null, VirtualClock.START))
                .isInstanceOf(SourcesFile.SourcesFileException.class)
                .hasMessageContaining("not YAML");
    }

    @ParameterizedTest
    @CsvSource({"90s, 90", "30m, 1800", "2h, 7200", "1d, 86400"})
    void intervals(String text, long seconds) {
        assertThat(Interval.read(text)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(Interval.write(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("sources.yaml"), yaml);
    }
}
