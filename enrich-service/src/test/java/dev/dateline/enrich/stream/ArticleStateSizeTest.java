package dev.dateline.enrich.stream;

import static dev.dateline.enrich.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.wire.Json;
import dev.dateline.common.wire.JsonSerde;
import dev.dateline.enrich.decide.DecideArticle;
import dev.dateline.enrich.decide.Decided;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.IdentifyArticle;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.near.Card;
import dev.dateline.enrich.near.Neighbour;
import dev.dateline.enrich.near.Notice;
import dev.dateline.enrich.near.Place;
import dev.dateline.enrich.near.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of each article for a month, as it is kept. */
class ArticleStateSizeTest {
    private static final JsonSerde<ArticleState> SERDE = JsonSerde.compact(ArticleState.class);

    @Test
    void aCopyReadsBackTheSameAndTakesHalfOfItsJson() {
        ArticleState copy = copy();

        byte[] kept = SERDE.serializer().serialize("test", copy);

        assertThat(SERDE.deserializer().deserialize("test", kept)).isEqualTo(copy);
        assertThat(kept.length).as(new String(kept, StandardCharsets.UTF_8)).isLessThan(Json.bytes(copy).length / 2);
    }

    private static ArticleState copy() {
        DecideArticle decide = new DecideArticle(Duration.ofDays(7));
        ArticleState state = new IdentifyArticle()
                .identify(null, article().build(), new RawPlace(3, 70_000))
                .state();
        Neighbour original = new Neighbour(
                new Place(state.publishedAt().minusSeconds(60), state.receivedAt(), "8oov10vrbf9t5aln7p2p7ptlr0"),
                1,
                2,
                0.97);
        Decided asked = decide.answered(state.with(state.standing().asked(1, 1)), 1, 0, List.of(original), 0);
        Card card = new Card("5n3pkmnf0tjh5bpfmc8rnd3adc", "fa2n6i6dp8ipk4ul1k5o38dj9o");
        return decide.told(asked.state(), new Notice(original.articleId(), 1, 1, true, Verdict.originalWith(card)))
                .state();
    }
}
