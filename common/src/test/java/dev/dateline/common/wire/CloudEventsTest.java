package dev.dateline.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CloudEventsTest {
    private final Headers headers = new RecordHeaders();

    @Test
    void aRecordCarriesTheAttributesOnceAndKeepsItsTrace() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        CloudEvents.trace(headers, trace);
        CloudEvents.write(headers, "1", "harbour-post", "raw-article", Instant.EPOCH);
        CloudEvents.write(headers, "2", "harbour-post", "news-event", Instant.EPOCH);

        assertThat(value("ce_id")).isEqualTo("2");
        assertThat(value("ce_type")).isEqualTo("dev.dateline.news-event.v1");
        assertThat(value("ce_time")).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(value("ce_dataschema")).isEqualTo("/schemas/news-event/v1.json");
        assertThat(headers.headers("ce_id")).hasSize(1);
        assertThat(value("traceparent")).isEqualTo(trace);
        assertThat(CloudEvents.source(headers)).isEqualTo("harbour-post");
    }

    @Test
    void aMalformedTraceIsReplaced() {
        CloudEvents.trace(headers, "00-<script>");

        assertThat(value("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    private String value(String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
