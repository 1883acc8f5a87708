package dev.dateline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.http.HttpServer;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.model.StepCounts;
import dev.dateline.common.model.StreamsState;
import dev.dateline.common.model.StreamsStateBuilder;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.common.runtime.Health;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.verdict.Watch;
import dev.dateline.dashboard.view.DashboardView;
import dev.dateline.dashboard.view.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeriesEndpointsTest {
    private final Samples.Clock clock = new Samples.Clock();
    private final DashboardView view = Samples.view(clock);
    private final Series series = new Series(clock, 100);
    private final Watch watch = new Watch(clock, view, series, series::quietSources, List::of, Health::up);
    private final HttpServer server =
            new HttpServer(new HttpSettings("127.0.0.1", 0), List.of(new SeriesEndpoints(clock, series, watch)));
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        server.start();
        for (int second = 0; second < 10; second++) {
            if (second != 4) {
                series.telemetry(TelemetryBuilder.builder()
                        .instanceId("host-00000001")
                        .service("enrich")
                        .version("1.0")
                        .at(clock.instant())
                        .startedAt(Samples.START)
                        .status("up")
                        .steps(List.of(new StepCounts("tag-article", second * 5L, 0, 0, 0, 0, 0, List.of())))
                        .streams(StreamsStateBuilder.builder()
                                .tasks(List.of(new StreamsState.Task(
                                        "0_0", List.of(new StreamsState.Partition("news.raw.v1", 0, 9L, 41_000L)))))
                                .build())
                        .build());
            }
            clock.advanceSeconds(1);
        }
        watch.look();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Accept", accept)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path, "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return Json.MAPPER.readTree(answer.body());
    }

    @Test
    void figuresOverATimeAreColumnsWithGaps() throws Exception {
        JsonNode answer = json("/v1/series?metrics=step.tag-article.rate,lag_seconds,step.none.rate"
                + "&from=2026-11-22T09:00:00Z&to=2026-11-22T09:00:11Z");

        assertThat(answer.at("/step_seconds").asInt()).isEqualTo(1);
        assertThat(answer.at("/start").asLong()).isEqualTo(Samples.START.getEpochSecond());
        assertThat(answer.at("/values/step.tag-article.rate").toString())
                .isEqualTo("[null,5.0,5.0,5.0,5.0,5.0,5.0,5.0,5.0,5.0,null]");
        assertThat(answer.at("/values/lag_seconds/0").asDouble()).isEqualTo(41);
        assertThat(answer.at("/values/step.none.rate").size()).isEqualTo(11);
        assertThat(answer.at("/values/step.none.rate/3").isNull()).isTrue();
    }

    @Test
    void theSameAsATable() throws Exception {
        String path =
                "/v1/series?metrics=lag_records,step.a%22b.rate&from=2026-11-22T09:00:09Z&to=2026-11-22T09:00:10Z";

        HttpResponse<String> table = get(path, "text/csv");

        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(table.body())
                .isEqualTo(
                        "time,lag_records,\"step.a\"\"b.rate\"\r\n2026-11-22T09:00:09.000Z,9.0,\r\n2026-11-22T09:00:10.000Z,,\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/series, metrics",
        "/v1/series?metrics=, metrics",
        "/v1/series?metrics=nothing, metrics",
        "/v1/series?metrics=raw&from=yesterday, from",
        "/v1/series?metrics=raw&to=tomorrow, to",
        "/v1/series?metrics=raw&from=2026-11-22T10:00:00Z&to=2026-11-22T09:00:00Z, from",
        "/v1/series?metrics=raw&format=xml, format"
    })
    void aRequestThatCannotBeMeantIsAProblem(String path, String field) throws Exception {
        HttpResponse<String> answer = get(path, "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(answer.body()).at("/field").asText()).isEqualTo(field);
    }

    @Test
    void theVerdictIsASentenceWithItsReasons() throws Exception {
        JsonNode verdict = json("/v1/verdict");

        assertThat(verdict.at("/level").asText()).isEqualTo("warn");
        assertThat(verdict.at("/sentence").asText()).isEqualTo("41 s behind");
        assertThat(verdict.at("/reasons/0/code").asText()).isEqualTo("behind");
        assertThat(verdict.at("/reasons/0/link").asText()).isEqualTo("/pipeline");
    }

    @Test
    void thePulseSaysHowThingsAre() throws Exception {
        JsonNode pulse = json("/v1/pulse");

        assertThat(pulse.at("/verdict/sentence").asText()).isEqualTo("41 s behind");
        assertThat(pulse.at("/now/lag_seconds").asDouble()).isEqualTo(41);
        assertThat(pulse.at("/now/raw").isMissingNode() || pulse.at("/now/raw").isNull())
                .isTrue();
        assertThat(pulse.at("/steps/0/step").asText()).isEqualTo("tag-article");
        assertThat(pulse.at("/steps/0/rate").asDouble()).isEqualTo(5);
        assertThat(pulse.at("/instances/0/state").asText()).isEqualTo("alive");
        assertThat(pulse.at("/last_mark/kind").asText()).isEqualTo("start");
    }

    @Test
    void instancesMarksAndTheTopologyAreServed() throws Exception {
        assertThat(json("/v1/instances")
                        .at("/instances/0/streams/tasks/0/partitions/0/lag")
                        .asLong())
                .isEqualTo(9);
        assertThat(json("/v1/marks").at("/marks/0/instance").asText()).isEqualTo("host-00000001/enrich");
        assertThat(json("/v1/topology").at("/nodes").isArray()).isTrue();
    }
}
