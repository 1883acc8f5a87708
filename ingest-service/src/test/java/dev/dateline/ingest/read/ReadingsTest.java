package dev.dateline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final Document DOCUMENT =
            new Document(new byte[0], MediaType.parse(null), "desk", "request-id", "https://a.example/");

    private static RawArticle article(String id, String url) {
        return new Draft("test", DOCUMENT)
                .source("own")
                .providerId(id)
                .url(url)
                .bodyText("b")
                .build();
    }

    @Test
    void theOnlyItemTakesTheRequestsIdAndWhenItHasNoneTheAddress() {
        Readings one = new Readings(DOCUMENT);
        one.add(() -> article("own", null));
        Readings addressed = new Readings(DOCUMENT);
        addressed.add(() -> article("own", "https://b.example/"));

        RawArticle draft = ((Reading.Article) one.list("").get(0)).draft();
        assertThat(draft.providerId()).isEqualTo("request-id");
        assertThat(draft.sourceId()).isEqualTo("desk");
        assertThat(draft.url()).isEqualTo("https://a.example/");
        assertThat(((Reading.Article) addressed.list("").get(0)).draft().url()).isEqualTo("https://b.example/");
    }

    @Test
    void severalItemsKeepTheirOwnAndOneThatIsRefusedEndsNothing() {
        Readings readings = new Readings(DOCUMENT);
        readings.add(() -> article("one", null));
        readings.add(() -> {
            throw Rejection.invalid("title", "is bad");
        });
        readings.add(() -> article("two", null));

        List<Reading> list = readings.list("");
        assertThat(list).hasSize(3);
        assertThat(((Reading.Article) list.get(0)).draft().providerId()).isEqualTo("one");
        assertThat(list.get(1)).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Article) list.get(2)).draft().url()).isNull();
    }

    @Test
    void noItemIsAProblemAndSoAreTooMany() {
        assertThatThrownBy(() -> new Readings(DOCUMENT).list("holds nothing"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("holds nothing");
        Readings many = new Readings(DOCUMENT);
        for (int i = 0; i < Readings.MAX_ITEMS; i++) {
            many.add(() -> article("x", null));
        }
        assertThatThrownBy(() -> many.add(() -> article("x", null))).isInstanceOf(ProblemException.class);
    }
}
