package dev.dateline.enrich.read;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.outcome.Reason;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a raw record: any producer may write to the topic, so nothing is taken for granted. */
public final class DecodeRecord {
    /** Longest ids that a state store should carry. */
    private static final int MAX_ID = 128;

    private static final Pattern SOURCE_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final ObjectReader READER = Json.MAPPER.readerFor(RawArticle.class);

    /**
     * The raw article, complete in what identifies it.
     *
     * @param value the record's value; may be null
     * @param timestamp the record's timestamp, the time of receipt when the article does not carry one
     */
    public Outcome<RawArticle> decode(byte[] value, Instant timestamp) {
        if (value == null || value.length == 0) {
            return malformed("the record has no value");
        }
        RawArticle raw;
        try {
            raw = READER.readValue(value);
        } catch (JsonMappingException e) {
            return malformed("not a raw article: field " + path(e) + " has the wrong type or form");
        } catch (JsonProcessingException e) {
            return malformed(describe(e.getLocation()));
        } catch (IOException e) {
            return malformed("not UTF-8 JSON");
        }
        if (raw == null) {
            return malformed("the record's value is the JSON null");
        }
        return check(raw)
                .then(checked -> Outcome.done(checked.receivedAt() != null ? checked : receivedAt(checked, timestamp)));
    }

    /** Whether a text has the form of a source id; null has not. */
    public static boolean isSourceId(String text) {
        return text != null && SOURCE_ID.matcher(text).matches();
    }

    private static Outcome<RawArticle> check(RawArticle raw) {
        if (raw.articleId() == null || raw.articleId().isBlank()) {
            return Outcome.failed(Reason.MISSING_FIELD, "article_id is missing: it is the record's identity and key");
        }
        if (raw.articleId().length() > MAX_ID) {
            return malformed("article_id is longer than " + MAX_ID + " characters");
        }
        if (raw.sourceId() == null) {
            return Outcome.failed(Reason.MISSING_FIELD, "source_id is missing: say who delivered the article");
        }
        if (!isSourceId(raw.sourceId())) {
            return malformed("source_id must match " + SOURCE_ID.pattern());
        }
        return Outcome.done(raw);
    }

    private static RawArticle receivedAt(RawArticle raw, Instant timestamp) {
        return RawArticleBuilder.builder(raw).receivedAt(timestamp).build();
    }

    private static Outcome<RawArticle> malformed(String message) {
        return Outcome.failed(Reason.MALFORMED_RECORD, message);
    }

    /** Limits of the reader, such as the depth of nesting, are met without a location. */
    private static String describe(JsonLocation location) {
        return location == null
                ? "a nesting, a name or a number is beyond what is read"
                : "not JSON at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Only names of fields we know and indices: the record's own text stays out of messages and logs. */
    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "(the whole)" : path;
    }
}
