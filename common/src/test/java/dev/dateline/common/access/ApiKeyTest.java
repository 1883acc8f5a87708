package dev.dateline.common.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final String TOKEN = "dl_0123456789ab_" + "0f".repeat(24);

    @Test
    void whatIsMadeCanBeReadAndProven() {
        ApiKey made = ApiKey.generate(new SecureRandom());

        ApiKey read = ApiKey.parse(made.token()).orElseThrow();

        assertThat(read.id()).isEqualTo(made.id());
        assertThat(read.hasSecret(made.secretSha256())).isTrue();
        assertThat(ApiKey.generate(new SecureRandom()).hasSecret(made.secretSha256()))
                .isFalse();
    }

    @Test
    void theHashIsTheSecretsSha256() {
        assertThat(ApiKey.parse(TOKEN).orElseThrow().secretSha256())
                .isEqualTo("aa74839014d48835fe45296c32593cda1f070f12955bf93f819d462222c6973d");
    }

    @Test
    void theSecretIsNotInItsText() {
        assertThat(ApiKey.parse(TOKEN).orElseThrow()).hasToString("dl_0123456789ab_***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dl_", "dl_0123456789ab_", "dl_0123456789AB_00", "sk_0123456789ab_00"})
    void otherTextsAreNoKeys(String text) {
        assertThat(ApiKey.parse(text)).isEmpty();
        assertThat(ApiKey.parse(TOKEN + text + "!")).isEmpty();
    }
}
