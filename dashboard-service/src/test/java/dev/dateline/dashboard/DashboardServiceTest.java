package dev.dateline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.config.ConfigException;
import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.runtime.Health;
import dev.dateline.common.runtime.ServiceContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DashboardServiceTest {

    /** Port 1 of this machine: nobody listens there. */
    private static Settings settings(Map<String, String> more) {
        Map<String, String> overrides = new HashMap<>(more);
        overrides.put("dateline.kafka.bootstrap-servers", "127.0.0.1:1");
        return Settings.load(Map.of(), overrides);
    }

    @Test
    void theDefaultsAreValid() {
        Settings settings = settings(Map.of());

        assertThat(HttpSettings.from(settings.section("dashboard"))).isEqualTo(new HttpSettings("127.0.0.1", 8090));
        assertThat(DashboardSettings.from(settings).maxClients()).isEqualTo(200);
        settings.check();
    }

    @Test
    void aBoundThatIsNoneIsAProblemOfTheConfiguration() {
        Settings settings = settings(Map.of("dateline.dashboard.stream.max-clients", "0"));
        DashboardSettings.from(settings);

        assertThatThrownBy(settings::check)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("dateline.dashboard.stream.max-clients is 0");
    }

    @Test
    @Timeout(60)
    void itStartsWhileKafkaIsDownSaysSoAndCloses() {
        try (DashboardService service = DashboardService.of(ServiceContext.of(settings(Map.of())))) {
            assertThat(service.name()).isEqualTo("dashboard");
            assertThat(service.health().status()).isEqualTo(Health.Status.STARTING);
            service.start();
            while (service.health().status() != Health.Status.DOWN) {
                Thread.onSpinWait();
            }
            assertThat(service.health().detail()).contains("Kafka at 127.0.0.1:1 does not answer");
            assertThat(service.counters()).containsEntry("dashboard_records_total", 0.0);
        }
    }
}
