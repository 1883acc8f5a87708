package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.config.ConfigException;
import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.runtime.ServiceHost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestServiceTest {

    @Test
    void startsWithoutKafkaAndSaysSo() throws Exception {
        // Port 9 (discard) of this machine: nobody listens.
        Settings settings = Settings.load(
                Map.of(), Map.of("dateline.kafka.bootstrap-servers", "127.0.0.1:9", "dateline.ingest.http.port", "0"));
        ServiceContext context = ServiceContext.of(settings);
        IngestService service = IngestService.of(context);
        settings.check();
        try (ServiceHost host =
                new ServiceHost(context, HttpSettings.from(settings.section("ingest")), List.of(service))) {
            host.start();

            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + host.port() + "/v1/articles"))
                                    .header("Content-Type", "text/plain")
                                    .POST(HttpRequest.BodyPublishers.ofString("It sails."))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(host.isReady()).isFalse();
            assertThat(service.counters()).containsEntry("ingest_unavailable_total", 1.0);
        }
    }

    @Test
    void readsItsDefaults() {
        Settings settings = Settings.load(Map.of(), Map.of());

        IngestSettings ingest = IngestSettings.from(settings);

        settings.check();
        assertThat(ingest.limits().maxArticleBytes()).isEqualTo(2 << 20);
        assertThat(ingest.publisher().answerWithin()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void namesEverySettingThatIsWrong() {
        Settings settings = Settings.load(
                Map.of(),
                Map.of("dateline.ingest.max-article-bytes", "5 MiB", "dateline.ingest.answer-within", "soon"));

        IngestSettings.from(settings);

        assertThatThrownBy(settings::check)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("dateline.ingest.max-article-bytes is 5242880")
                .hasMessageContaining("dateline.ingest.answer-within is \"soon\"");
    }
}
