package dev.dateline.enrich.near;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.wire.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedIdTest {

    @Test
    void givesBackTheDigestItPacked() {
        for (int i = 0; i < 1_000; i++) {
            String id = Digest.of(Integer.toString(i));
            assertThat(PackedId.of(id).articleId()).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000000000000000000000", "7vvvvvvvvvvvvvvvvvvvvvvvvv", "00000000000000000000000001"})
    void packsTheEnds(String id) {
        assertThat(PackedId.of(id).articleId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tag:example.org,2026:1",
                "0000000000000000000000000",
                "000000000000000000000000000",
                "8vvvvvvvvvvvvvvvvvvvvvvvvv",
                "0000000000000000000000000A",
                "0000000000000000000000000w",
                "0000000000000000000000000é"
            })
    void leavesOtherStringsAlone(String id) {
        assertThat(PackedId.of(id)).isNull();
    }
}
