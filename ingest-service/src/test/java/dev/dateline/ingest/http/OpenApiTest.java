package dev.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.runtime.ServiceHost;
import dev.dateline.ingest.IngestService;
import dev.dateline.ingest.publish.Delivery;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the OpenAPI document says is so, and what is so the document says. */
class OpenApiTest {
    private static final String SINGLE = "/v1/articles";
    private static final String BATCH = "/v1/articles:batch";
    private static final Set<String> SET_BY_INGEST = Set.of("article_id", "received_at", "media_type", "reader");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");

    private final ApiDocument document = ApiDocument.read();
    private final IngestServer server = new IngestServer();

    OpenApiTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itIsAnOpenApiDocument() {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(document.text(), null, null);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void theParserDoesRefuse() {
        String misspelt = document.text().replace("requestBody:", "requestBdy:");

        assertThat(new OpenAPIV3Parser().readContents(misspelt, null, null).getMessages())
                .isNotEmpty();
    }

    @Test
    void itHasEveryRouteAndNoOther() throws Exception {
        Settings settings = nobodysKafka();
        ServiceContext context = ServiceContext.of(settings);
        IngestService ingest = IngestService.of(context);
        try (ServiceHost host =
                new ServiceHost(context, HttpSettings.from(settings.section("ingest")), List.of(ingest))) {
            host.start();

            assertThat(document.operations()).isEqualTo(host.routes());
            for (String path : List.of(
                    "/openapi.yaml",
                    "/livez",
                    "/readyz",
                    "/metrics",
                    "/v1/sources",
                    "/problems/busy",
                    "/problems/x",
                    "/schemas/raw-article/v1.json",
                    "/schemas/x/v1.json")) {
                document.describes(
                        "get",
                        path.replaceFirst("/problems/.*", "/problems/{code}")
                                .replaceFirst("/schemas/.*", "/schemas/{name}/v1.json"),
                        get(host.port(), path));
            }
            assertThat(get(host.port(), "/openapi.yaml").body()).isEqualTo(document.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SINGLE, BATCH})
    void itHasEveryMediaTypeThatIsReadAndNoOther(String path) {
        String refusal = server.post(path, "application/pdf", new byte[0])
                .json()
                .path("detail")
                .asText();
        Set<String> read = new TreeSet<>();
        MEDIA_TYPE.matcher(refusal).results().forEach(type -> read.add(type.group()));

        assertThat(new TreeSet<>(document.mediaTypes(path))).isEqualTo(read);
    }

    @Test
    void itsExamplesAreAccepted() {
        document.examples(SINGLE).forEach((name, example) -> {
            IngestServer.Answer answer = server.post(SINGLE, example.mediaType(), example.bytes());

            assertThat(answer.status()).as(name + answer.body()).isEqualTo(202);
            document.describes("post", SINGLE, answer);
        });
        document.examples(BATCH).forEach((name, example) -> {
            IngestServer.Answer answer = server.post(BATCH, example.mediaType(), example.bytes());

            assertThat(answer.json().path("rejected").asInt())
                    .as(name + answer.body())
                    .isZero();
            assertThat(answer.json().path("accepted").asInt()).as(name).isPositive();
            document.describes("post", BATCH, answer);
        });
        assertThat(document.examples(SINGLE)).hasSizeGreaterThan(2);
    }

    @Test
    void itHasEveryFieldThatAProducerMaySet() {
        Set<String> settable = new TreeSet<>();
        Arrays.stream(RawArticle.class.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .filter(name -> !SET_BY_INGEST.contains(name))
                .forEach(settable::add);
        Set<String> described = new TreeSet<>();
        document.component("schemas", "Article").get("properties").fieldNames().forEachRemaining(described::add);

        assertThat(described).isEqualTo(settable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"source_id\":\"desk\",\"body_text\":\"It sails.\"}",
                "{\"source_id\":\"desk\",\"body_html\":\"<p>It sails.\",\"authors\":[\"Ada Birch\"]}",
                "{\"source_id\":\"desk\",\"body_text\":\"It sails.\",\"published_at\":\"2020-01-03T19:44:00+01:00\"}",
                "{\"body_text\":\"It sails.\"}",
                "{\"source_id\":\"desk\"}",
                "{\"source_id\":\"desk\",\"body_text\":\"It sails.\",\"page_html\":\"<p>It sails.\"}",
                "{\"source_id\":\"The Desk\",\"body_text\":\"It sails.\"}",
                "{\"source_id\":\"desk\",\"body_text\":\"It sails.\",\"titel\":\"x\"}",
                "{\"source_id\":\"desk\",\"body_text\":\"It sails.\",\"title\":7}",
                "{\"source_id\":\"desk\",\"body_text\":\"It sails.\",\"authors\":\"Ada Birch\"}",
                "{\"source_id\":\"desk\",\"body_text\":\"It sails.\",\"url\":\"ftp://desk.example/1\"}",
                "[]",
                "7"
            })
    void itsSchemaAndIngestAgreeOnArticles(String article) {
        IngestServer.Answer answer = server.postJson(article);

        assertThat(document.errors("Article", article).isEmpty())
                .as(answer.body())
                .isEqualTo(answer.status() == 202);
        document.describes("post", SINGLE, answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {         | 400",
                "application/json | {}        | 422",
                "application/pdf  | x         | 415",
                "text/plain       | 3000000 x | 413",
            })
    void itDescribesRefusals(String type, String body, int status) {
        byte[] bytes = body.startsWith("3000000") ? new byte[3_000_000] : body.getBytes(StandardCharsets.UTF_8);

        IngestServer.Answer answer = server.post(SINGLE, type, bytes);

        assertThat(answer.status()).isEqualTo(status);
        document.describes("post", SINGLE, answer);
    }

    @Test
    void itDescribesWhatPasses() {
        for (Delivery.Cause cause : Delivery.Cause.values()) {
            server.publisher.refusing = article -> RecordingPublisher.refused(cause);

            document.describes("post", SINGLE, server.postJson("{\"source_id\":\"desk\",\"body_text\":\"It sails.\"}"));
            document.describes("post", BATCH, server.postBatch("{\"source_id\":\"desk\",\"body_text\":\"It sails.\"}"));
        }
    }

    @Test
    void itDescribesBatchesWithRejectionsAndBatchesThatEnd() {
        document.describes(
                "post",
                BATCH,
                server.postBatch("{\"source_id\":\"desk\",\"body_text\":\"It sails.\"}\n{}\nnot JSON\n"));
        document.describes("post", BATCH, server.postBatch(""));
        document.describes("post", BATCH, server.postBatch("{}", "Content-Encoding", "gzip"));
        String tooLong = "{\"source_id\":\"desk\",\"body_text\":\"It sails.\"}\n"
                .repeat(IngestServer.LIMITS.maxBatchItems() + 1);
        IngestServer.Answer ended = server.postBatch(tooLong);
        assertThat(ended.status()).isEqualTo(413);
        document.describes("post", BATCH, ended);
    }

    @Test
    void itDescribesAnswersBeforeTheKeysAreKnown() throws Exception {
        ServiceContext context = ServiceContext.of(nobodysKafka());
        IngestService asksForKeys = IngestService.of(context, "0.0.0.0");
        try (ServiceHost host = new ServiceHost(context, new HttpSettings("127.0.0.1", 0), List.of(asksForKeys))) {
            host.start();

            for (String path : List.of(SINGLE, BATCH)) {
                IngestServer.Answer answer = sent(HttpRequest.newBuilder(address(host.port(), path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build());

                assertThat(answer.status()).isEqualTo(503);
                document.describes("post", path, answer);
            }
        }
    }

    /** Port 9 (discard) of this machine: nobody listens. */
    private static Settings nobodysKafka() {
        return Settings.load(
                Map.of(), Map.of("dateline.kafka.bootstrap-servers", "127.0.0.1:9", "dateline.ingest.http.port", "0"));
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static IngestServer.Answer get(int port, String path) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(address(port, path)).build());
    }

    private static IngestServer.Answer sent(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return new IngestServer.Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(null),
                response.headers().firstValue("Retry-After").orElse(null),
                null,
                response.body());
    }
}
