package dev.dateline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpServer;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.alerts.AlertSettings;
import dev.dateline.dashboard.alerts.Alerts;
import dev.dateline.dashboard.view.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AlertEndpointsTest {

    @Test
    void rulesAreShownAlsoBeforeAnythingIsMeasured() throws Exception {
        AlertSettings settings =
                AlertSettings.from(Settings.load(Map.of(), Map.of()).section("dashboard"));
        try (Alerts alerts = new Alerts(settings, "host-1", Optional::empty, new Samples.Clock());
                HttpServer server =
                        new HttpServer(new HttpSettings("127.0.0.1", 0), List.of(new AlertEndpoints(alerts)))) {
            server.start();

            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/alerts"))
                                    .build(),
                            BodyHandlers.ofString());

            JsonNode page = Json.MAPPER.readTree(answer.body());
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.at("/rules")).hasSize(6);
            assertThat(page.at("/rules/1/name").asText()).isEqualTo("falling-behind");
            assertThat(page.at("/rules/1/condition").asText()).isEqualTo("lag-rising");
            assertThat(page.at("/rules/1/threshold").asText()).isEqualTo("30 s");
            assertThat(page.at("/rules/1/for_seconds").asLong()).isEqualTo(600);
            assertThat(page.at("/rules/1/measured").asBoolean()).isFalse();
            assertThat(page.at("/alerts")).isEmpty();
            assertThat(page.has("webhook")).isFalse();
        }
    }
}
