package dev.dateline.standalone.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.IngestUnavailableException;
import dev.dateline.common.client.Patience;
import dev.dateline.common.client.Sent;
import dev.dateline.simulator.Channel;
import dev.dateline.simulator.Delivery;
import dev.dateline.simulator.Expected;
import dev.dateline.simulator.Kind;
import dev.dateline.simulator.Truth;
import dev.dateline.simulator.TruthBuilder;
import dev.dateline.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundTest {
    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.accepting();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void jsonIsOneBatchAndTextsAreSingle() throws InterruptedException {
        Round round = round(Patience.USUAL);
        round.add(delivery(0, Channel.HTTP_JSON, "a", "{\n\"n\":0}"));
        round.add(delivery(1, Channel.HTTP_TEXT, "b", "text"));
        round.add(delivery(2, Channel.HTTP_JSON, "c", "{\"n\":2}"));

        Sent[] results = round.send();

        assertThat(results).hasSize(3).allMatch(Sent::isAccepted);
        assertThat(server.asked())
                .extracting(ScriptedServer.Asked::body)
                .containsExactlyInAnyOrder("text", "{ \"n\":0}\n{\"n\":2}\n");
    }

    @Test
    void anArticleIsInARoundOnce() {
        Round round = round(Patience.USUAL);
        round.add(delivery(0, Channel.HTTP_JSON, "a", "{}"));

        assertThat(round.takes(delivery(1, Channel.HTTP_TEXT, "a", "text"))).isFalse();
        assertThat(round.takes(delivery(1, Channel.HTTP_TEXT, "b", "text"))).isTrue();
    }

    @Test
    void aRoundIsBounded() {
        Round round = round(Patience.USUAL);
        round.add(delivery(0, Channel.HTTP_TEXT, "a", "x".repeat(2 << 20)));

        assertThat(round.takes(delivery(1, Channel.HTTP_TEXT, "b", "x"))).isFalse();
    }

    @Test
    void whatATextMeetsTheRoundMeets() throws IOException {
        try (ScriptedServer down = ScriptedServer.start(asked -> ScriptedServer.Answer.of(503, ""))) {
            Round round =
                    new Round(new IngestClient(down.url(), new Patience(Duration.ofMillis(1))), null, Runnable::run);
            round.add(delivery(0, Channel.HTTP_TEXT, "a", "x"));

            assertThatThrownBy(round::send).isInstanceOf(IngestUnavailableException.class);
        }
    }

    private Round round(Patience patience) {
        // Nothing here goes onto the topic.
        return new Round(new IngestClient(server.url(), patience), null, Runnable::run);
    }

    private static Delivery delivery(long number, Channel channel, String articleId, String body) {
        Truth truth = TruthBuilder.builder()
                .number(number)
                .sourceId("s")
                .articleId(articleId)
                .kind(Kind.ORIGINAL)
                .expected(Expected.EVENT)
                .channel(channel)
                .build();
        String mediaType = channel == Channel.HTTP_JSON ? "application/json" : "text/plain";
        return new Delivery(number, channel, mediaType, body.getBytes(StandardCharsets.UTF_8), Map.of(), truth);
    }
}
