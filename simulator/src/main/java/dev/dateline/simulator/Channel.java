package dev.dateline.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a delivery reaches the pipeline. */
public enum Channel {
    /** {@code POST /v1/articles} with ingest's own JSON. */
    @JsonProperty("http_json")
    HTTP_JSON,
    /** {@code POST /v1/articles} with text as a desk pastes it; parameters {@code source} and {@code id} belong to the query. */
    @JsonProperty("http_text")
    HTTP_TEXT,
    /** Bytes another producer writes into the raw topic; parameter {@code key} is the record's key. */
    @JsonProperty("topic")
    TOPIC
}
