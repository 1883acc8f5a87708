package dev.dateline.ingest.read.feed.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.http.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OpmlParserTest {

    @Test
    void readsFeedsWithTheirFolders() {
        String opml =
                """
                <opml version="2.0"><head><title>Mine</title></head><body>
                <outline text="Ports">
                  <outline text="North"><outline type="rss" text="Harbour" xmlUrl="https://harbour.example/feed" htmlUrl="https://harbour.example/"/></outline>
                  <outline title="Coast & Sea" xmlurl="https://coast.example/rss?a=1&b=2"/>
                </outline>
                <outline text="Harbour again" xmlUrl="https://harbour.example/feed"/>
                <outline text="A note"/>
                </body>
                """;
        assertThat(OpmlParser.parse(opml.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new OpmlFeed(
                                "Harbour", "https://harbour.example/feed", "https://harbour.example/", "Ports/North"),
                        new OpmlFeed("Coast & Sea", "https://coast.example/rss?a=1&b=2", null, "Ports"));
    }

    @Test
    void refusesWhatIsNoOpml() {
        assertThatThrownBy(() -> OpmlParser.parse("<rss/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not OPML");
    }
}
