package dev.dateline.common.client;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.dateline.common.http.Problem;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what ingest answers; an answer of something else than ingest is a rejection that says so. */
final class Answers {
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final ObjectReader RECEIPT = Json.MAPPER.readerFor(Receipt.class);
    private static final ObjectReader PROBLEM = Json.MAPPER.readerFor(Problem.class);
    private static final ObjectReader BATCH = Json.MAPPER.readerFor(Batch.class);

    /** The answer to an accepted article. */
    private record Receipt(String articleId, String topic, int partition, long offset) {}

    /** The answer to a batch; {@code items} is null when it ended before its first line. */
    record Batch(List<Item> items) {}

    /** One line's result; lines count from 1. */
    record Item(
            int line, String status, String articleId, String topic, Integer partition, Long offset, Problem problem) {

        /** Null when the same line should be sent again. */
        Sent sent() {
            if (problem == null) {
                return new Sent.Accepted(articleId, topic, partition, offset);
            }
            return isPassing(problem.status()) ? null : rejected(problem);
        }
    }

    private Answers() {}

    /** Whether a refusal passes by itself. */
    static boolean isPassing(int status) {
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    }

    static Sent single(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            return rejected(response);
        }
        try {
            Receipt receipt = RECEIPT.readValue(response.body());
            if (receipt.articleId() != null && receipt.topic() != null) {
                return new Sent.Accepted(receipt.articleId(), receipt.topic(), receipt.partition(), receipt.offset());
            }
        } catch (IOException e) {
            return foreign(response);
        }
        return foreign(response);
    }

    /** The items of a batch's answer; empty when it has none. */
    static List<Item> items(HttpResponse<byte[]> response) {
        return batch(response).map(Batch::items).orElse(List.of());
    }

    /** What became of each article of a document; when it ended early, what ended it comes last. */
    static List<Sent> all(HttpResponse<byte[]> response) {
        List<Sent> all = new ArrayList<>();
        items(response).forEach(item -> all.add(item.problem() == null ? item.sent() : rejected(item.problem())));
        if (!isComplete(response)) {
            all.add(rejected(response));
        }
        return all;
    }

    /** Whether a batch was read to its end, and this is ingest's answer to it. */
    static boolean isComplete(HttpResponse<byte[]> response) {
        return response.statusCode() == OK && batch(response).map(Batch::items).isPresent();
    }

    private static Optional<Batch> batch(HttpResponse<byte[]> response) {
        try {
            return Optional.of(BATCH.readValue(response.body()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The problem a whole request was refused with. */
    static Sent rejected(HttpResponse<byte[]> response) {
        try {
            Problem problem = PROBLEM.readValue(response.body());
            return problem.type() == null ? foreign(response) : rejected(problem);
        } catch (IOException e) {
            return foreign(response);
        }
    }

    private static Sent rejected(Problem problem) {
        return new Sent.Rejected(problem.status(), problem.type(), problem.detail(), problem.field());
    }

    private static Sent foreign(HttpResponse<byte[]> response) {
        return new Sent.Rejected(
                response.statusCode(),
                null,
                "the answer (HTTP " + response.statusCode() + ") is not Dateline's; is the address right?",
                null);
    }

    /** {@code Retry-After} in seconds or as a date (RFC 9110 section 10.2.3); null when it is missing or neither. */
    static Duration retryAfter(HttpResponse<?> response, Instant now) {
        String header =
                response.headers().firstValue("Retry-After").map(String::strip).orElse("");
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            Instant at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
