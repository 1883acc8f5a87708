package dev.dateline.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.config.ConfigException;
import dev.dateline.common.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertSettingsTest {
    private static final String URL = "dateline.dashboard.alerts.webhook.url";
    private static final String SECRET = "dateline.dashboard.alerts.webhook.secret";
    private static final String GOOD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    private Path folder;

    private static AlertSettings read(Map<String, String> overrides) {
        Settings settings = Settings.load(Map.of(), new HashMap<>(overrides));
        AlertSettings alerts = AlertSettings.from(settings.section("dashboard"));
        settings.check();
        return alerts;
    }

    @Test
    void byDefaultOurRulesAreInForceAndNobodyIsTold() {
        AlertSettings alerts = read(Map.of());

        assertThat(alerts.rules()).isEqualTo(AlertRules.standard());
        assertThat(alerts.receiver()).isNull();
    }

    @Test
    void aReceiverNeedsASecret() {
        assertThat(read(Map.of(URL, "https://example.com/hook", SECRET, GOOD_SECRET))
                        .receiver())
                .hasToString("https://example.com/hook");
        assertThatThrownBy(() -> read(Map.of(URL, "https://example.com/hook")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(SECRET + " is empty")
                .hasMessageContaining("openssl rand -base64 32");
        assertThatThrownBy(() -> read(Map.of(URL, "https://example.com/hook", SECRET, "hunter2")))
                .hasMessageContaining(SECRET + " can't be used")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/tok",
                "example.com/tok",
                "https:///tok",
                "https://a:tok@example.com/",
                "http://a b/tok"
            })
    void anAddressThatIsNoneIsToldWithoutIt(String url) {
        assertThatThrownBy(() -> read(Map.of(URL, url, SECRET, GOOD_SECRET)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(URL + " is not an address")
                .hasMessageNotContaining("tok");
    }

    @Test
    void addressAndSecretAreNotLogged() {
        Settings settings = Settings.load(Map.of(), Map.of(URL, "https://example.com/tok", SECRET, GOOD_SECRET));

        assertThat(settings.effective()).containsEntry(URL, "***").containsEntry(SECRET, "***");
    }

    @Test
    void aBadFileOfRulesIsAProblemOfTheSettings() throws IOException {
        Path file = Files.writeString(folder.resolve("our.conf"), "rules.no-events.for = soon");

        assertThatThrownBy(() -> read(Map.of("dateline.dashboard.alerts.file", file.toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("dateline.dashboard.alerts.file names a file that can't be used")
                .hasMessageContaining("our.conf: 1: rules.no-events.for is \"soon\", expected whole seconds");
    }
}
