package dev.dateline.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dateline.common.model.AccessKeyBuilder;
import dev.dateline.common.model.AccessScope;
import dev.dateline.common.model.AgencyCredit;
import dev.dateline.common.model.AgencyRole;
import dev.dateline.common.model.AuditEntry;
import dev.dateline.common.model.BreakerState;
import dev.dateline.common.model.Dateline;
import dev.dateline.common.model.DeadLetterBuilder;
import dev.dateline.common.model.DuplicateBuilder;
import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.DuplicateReason;
import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.Evidence;
import dev.dateline.common.model.FieldSource;
import dev.dateline.common.model.JvmState;
import dev.dateline.common.model.Keyword;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.Letter;
import dev.dateline.common.model.LetterBuilder;
import dev.dateline.common.model.LetterKind;
import dev.dateline.common.model.Lineage;
import dev.dateline.common.model.MediaTopic;
import dev.dateline.common.model.Mention;
import dev.dateline.common.model.MentionSource;
import dev.dateline.common.model.NewsEventBuilder;
import dev.dateline.common.model.Place;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.model.SourceCounts;
import dev.dateline.common.model.SourceKind;
import dev.dateline.common.model.SourceStateBuilder;
import dev.dateline.common.model.SourceStatus;
import dev.dateline.common.model.SourceTrust;
import dev.dateline.common.model.StepCounts;
import dev.dateline.common.model.StreamsState;
import dev.dateline.common.model.StreamsStateBuilder;
import dev.dateline.common.model.Subscription;
import dev.dateline.common.model.SubscriptionStatus;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.common.model.Tone;
import dev.dateline.common.outcome.Reason;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas and the records say the same: same fields, same types, and every record we write is valid. */
class SchemasTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    static Stream<Topic<?>> topics() {
        return Topics.of("", 4).all().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everySchemaNamesTheFieldsOfItsRecord(Topic<?> topic) throws Exception {
        assertSameFields(topic.schema(), schema(topic.schema()), topic.valueType());
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordWeWriteIsValidAndReadsBackTheSame(String schema, Object value) throws Exception {
        String json = Json.MAPPER.writeValueAsString(value);

        assertThat(validator(schema).validate(json, InputFormat.JSON)).isEmpty();
        assertThat(Json.MAPPER.writeValueAsString(Json.MAPPER.readValue(json, value.getClass())))
                .isEqualTo(json);
    }

    @Test
    void theValidatorDoesRefuse() {
        assertThat(validator("news-event").validate("{\"article_id\": 5}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theReasonsOfDeadLettersAreAllListed() throws Exception {
        Set<String> listed = new TreeSet<>();
        schema("dead-letter").at("/properties/reason/enum").forEach(code -> listed.add(code.asText()));

        assertThat(listed)
                .isEqualTo(new TreeSet<>(
                        Arrays.stream(Reason.values()).map(Reason::name).toList()));
    }

    static Stream<Arguments> records() {
        return Stream.of(
                record(
                        "raw-article",
                        RawArticleBuilder.builder()
                                .articleId("a")
                                .sourceId("harbour-post")
                                .receivedAt(NOON)
                                .publishedAt(NOON)
                                .authors(List.of("Ada Birch"))
                                .bodyText("Text.")
                                .build()),
                record(
                        "news-event",
                        NewsEventBuilder.builder()
                                .eventId("e")
                                .articleId("a")
                                .revision(1)
                                .schemaVersion(1)
                                .status(EventStatus.ACTIVE)
                                .receivedAt(NOON)
                                .publishedAt(NOON)
                                .publishedFrom(FieldSource.JSON_LD)
                                .language("en")
                                .languageConfidence(0.9)
                                .sourceId("harbour-post")
                                .title("Title")
                                .authors(List.of())
                                .agency("Reuters")
                                .agencies(List.of(new AgencyCredit("Reuters", AgencyRole.SOURCE, "(Reuters)", 7, 16)))
                                .dateline(new Dateline("BERGEN", "2026-03-01"))
                                .keywords(List.of(new Keyword("ferry", 1, 1, null, 0, 5)))
                                .entities(List.of(new Entity(
                                        EntityType.LOC,
                                        "Norway",
                                        List.of(new Mention("title", 0, 6, "Norway", MentionSource.TITLE)),
                                        1,
                                        0.9,
                                        new Place("iso3166:NO", "Norway", "NO", null, 61, 10, 1),
                                        "NO")))
                                .topics(List.of(new MediaTopic(
                                        "medtop:04000000",
                                        "economy, business and finance",
                                        null,
                                        0.8,
                                        List.of(new Evidence("ferry", "title", 7, 12, 1, 0.7)))))
                                .primaryPlace("Norway")
                                .primaryLat(61.0)
                                .primaryLon(10.0)
                                .tone(new Tone(-0.5, 1, 3, List.of(new Evidence("bad", null, 0, 3, 1, -1))))
                                .otherLanguages(List.of("nb"))
                                .notTagged(List.of("tone"))
                                .primaryCountry("NO")
                                .metadataFrom(Map.of("title", FieldSource.JSON_LD))
                                .lineage(new Lineage("t", 0, 7, "dev", Map.of("language", "1"), Map.of("extract", 5L)))
                                .build()),
                record(
                        "duplicate",
                        DuplicateBuilder.builder()
                                .articleId("b")
                                .revision(1)
                                .originalId("a")
                                .kind(DuplicateKind.EXACT)
                                .similarity(1)
                                .reason(DuplicateReason.NEW)
                                .version(1)
                                .sourceId("harbour-post")
                                .decidedAt(NOON)
                                .rawPartition(2)
                                .rawOffset(7L)
                                .build()),
                record(
                        "letter",
                        LetterBuilder.builder()
                                .kind(LetterKind.ANSWER)
                                .articleId("b")
                                .ownerPartition(1)
                                .revision(2)
                                .bandPartition(0)
                                .neighbours(List.of(new Letter.Neighbour("a", 1, 3, NOON, NOON, 0.75)))
                                .copies(0)
                                .build()),
                record(
                        "letter",
                        LetterBuilder.builder()
                                .kind(LetterKind.NOTICE)
                                .articleId("b")
                                .ownerPartition(1)
                                .revision(1)
                                .fromId("a")
                                .turn(1)
                                .original(true)
                                .words("w")
                                .series("s")
                                .build()),
                record(
                        "dead-letter",
                        DeadLetterBuilder.builder()
                                .originTopic("news.raw.v1")
                                .originPartition(1)
                                .originOffset(5)
                                .originalValue(new byte[] {0, -1, 7})
                                .sourceId("unknown")
                                .step("decode-record")
                                .reason(Reason.MALFORMED_RECORD.name())
                                .message("not JSON")
                                .attempts(1)
                                .receivedAt(NOON)
                                .pipelineVersion("dev")
                                .build()),
                record(
                        "source",
                        SourceBuilder.builder()
                                .id("harbour-post")
                                .url("https://harbour-post.example/feed")
                                .kind(SourceKind.FEED)
                                .interval("30m")
                                .headers(Map.of("X-Key", "k"))
                                .trust(SourceTrust.NORMAL)
                                .updatedAt(NOON)
                                .build()),
                record(
                        "source-state",
                        SourceStateBuilder.builder()
                                .sourceId("harbour-post")
                                .url("https://harbour-post.example/feed")
                                .status(SourceStatus.OK)
                                .breaker(BreakerState.HALF_OPEN)
                                .nextPollAt(NOON)
                                .gapSeconds(5L)
                                .seen(new byte[] {0, -1, 7})
                                .build()),
                record(
                        "subscription",
                        new Subscription(
                                "harbour-post",
                                "https://hub.example/",
                                "https://harbour-post.example/feed",
                                "t",
                                "s",
                                SubscriptionStatus.ACTIVE,
                                null,
                                NOON,
                                NOON)),
                record("ledger-line", new LedgerLine("harbour-post", 3, 10, 5, 2, 1, 1, NOON)),
                record(
                        "telemetry",
                        telemetry("ingest")
                                .sources(List.of(new SourceCounts("harbour-post", 5, 1, NOON)))
                                .sourcesLeftOut(0)
                                .build()),
                record(
                        "telemetry",
                        telemetry("enrich")
                                .steps(List.of(new StepCounts("tag-article", 3, 2, 0, 1, 0, 900, List.of(0L, 2L, 1L))))
                                .endToEnd(List.of(1L, 0L, 1L))
                                .streams(StreamsStateBuilder.builder()
                                        .state("RUNNING")
                                        .threadsAlive(2)
                                        .rebalances(1)
                                        .lastRebalanceAt(NOON)
                                        .topology("Topologies:")
                                        .tasks(List.of(new StreamsState.Task(
                                                "0_1",
                                                List.of(
                                                        new StreamsState.Partition("news.raw.v1", 1, 7L, 1500L),
                                                        new StreamsState.Partition("news.letters.v1", 1, null, null)))))
                                        .restoring(List.of(new StreamsState.Restoring("bands", 1, 12)))
                                        .stores(List.of(new StreamsState.Store("bands", 5L, null)))
                                        .lastError(new StreamsState.LastError(NOON, "tag-article", null, "a defect"))
                                        .build())
                                .build()),
                record(
                        "access-key",
                        AccessKeyBuilder.builder()
                                .keyId("0123456789ab")
                                .secretSha256("5f".repeat(32))
                                .label("city desk")
                                .scope(AccessScope.PRODUCE)
                                .sourceId("city-desk")
                                .requestsPerSecond(10)
                                .articlesPerDay(5000L)
                                .createdAt(NOON)
                                .build()),
                record(
                        "audit-entry",
                        new AuditEntry(
                                NOON,
                                "0123456789ab",
                                AuditEntry.REDRIVE_LETTER,
                                "news.dead-letters.v1-0@7",
                                "news.raw.v1-0@9")));
    }

    private static TelemetryBuilder telemetry(String service) {
        return TelemetryBuilder.builder()
                .instanceId("host-1")
                .service(service)
                .version("dev")
                .at(NOON)
                .startedAt(NOON)
                .status("up")
                .counters(Map.of("accepted", 5.0))
                .jvm(new JvmState(10, 20, 40L, 5, 12));
    }

    private static Arguments record(String schema, Object value) {
        return Arguments.of(schema, value);
    }

    private static void assertSameFields(String path, JsonNode schema, Class<?> type) {
        Set<String> inSchema = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(inSchema::add);
        Set<String> inRecord = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            inRecord.add(SNAKE.translate(component.getName()));
        }
        Arrays.stream(type.getMethods())
                .map(method -> method.getAnnotation(JsonProperty.class))
                .filter(property -> property != null)
                .forEach(property -> inRecord.add(property.value()));
        assertThat(inSchema).as(path).isEqualTo(inRecord);
        for (RecordComponent component : type.getRecordComponents()) {
            String name = SNAKE.translate(component.getName());
            assertSameType(path + "." + name, schema.get("properties").get(name), component.getGenericType());
        }
    }

    private static void assertSameType(String path, JsonNode schema, Type type) {
        assertThat(schema.get("type").asText()).as(path).isEqualTo(jsonType(type));
        assertThat(schema.get("description").asText()).as(path).isNotBlank();
        if (type instanceof Class<?> nested && nested.isRecord()) {
            assertSameFields(path, schema, nested);
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type item = list.getActualTypeArguments()[0];
            if (item instanceof Class<?> nested && nested.isRecord()) {
                assertSameFields(path + "[]", schema.get("items"), nested);
            }
        }
    }

    private static String jsonType(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? "array" : "object";
        }
        Class<?> plain = (Class<?>) type;
        if (plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class) {
            return "integer";
        }
        if (plain == double.class || plain == Double.class) {
            return "number";
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return "boolean";
        }
        return plain.isRecord() ? "object" : "string";
    }

    private static JsonNode schema(String name) throws Exception {
        return Json.MAPPER.readTree(Schemas.json(name).orElseThrow());
    }

    private static Schema validator(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Schemas.json(name).orElseThrow(), InputFormat.JSON);
    }
}
