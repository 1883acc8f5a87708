package dev.dateline.enrich.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.outcome.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodeRecordTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-22T12:00:00Z");

    private final DecodeRecord decoder = new DecodeRecord();

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "null", "[]", "{", "{\"article_id\":", "{\"article_id\":{}}", "{'a':1}"})
    void whatIsNoRecordIsMalformed(String value) {
        assertThat(failure(value)).isEqualTo(Reason.MALFORMED_RECORD);
    }

    @Test
    void limitsOfTheReaderAreNoCrash() {
        String deep = "[".repeat(200) + "]".repeat(200);

        assertThat(failure("{\"x\":" + deep + "}")).isEqualTo(Reason.MALFORMED_RECORD);
        assertThat(failure(deep)).isEqualTo(Reason.MALFORMED_RECORD);
        assertThat(failure("{\"revision\":" + "9".repeat(2000) + "}"))
                .isIn(Reason.MALFORMED_RECORD, Reason.MISSING_FIELD);
    }

    @Test
    void theTimeOfTheRecordStandsInForTheTimeOfReceipt() {
        Outcome<RawArticle> decoded = decode("{\"article_id\":\"a\",\"source_id\":\"s\"}");

        assertThat(decoded)
                .isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(((RawArticle) done.value()).receivedAt())
                        .isEqualTo(RECEIVED));
    }

    private Reason failure(String value) {
        return ((Outcome.Failed<RawArticle>) decode(value)).failure().reason();
    }

    private Outcome<RawArticle> decode(String value) {
        return decoder.decode(value.getBytes(StandardCharsets.UTF_8), RECEIVED);
    }
}
