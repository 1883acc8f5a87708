package dev.dateline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNameTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "Agence X / desk, agence-x-desk",
                "www.example.com, example.com",
                "..hidden, hidden",
                "Ωmega, mega",
                "新聞, none",
                "none, none"
            })
    void shortensAName(String name, String id) {
        assertThat(SourceName.of(name)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "https://User@www.Example.com:8080/a?b, example.com",
                "urn:newsml:Acme.com:20260504:x, acme.com",
                "'tag:acme.com,2026:x', acme.com",
                "tag:desk@acme.com, none",
                "urn:uuid:8d19cf88, none",
                "mailto:a@b, none",
                "none, none"
            })
    void findsTheAuthorityOfAnId(String uri, String authority) {
        assertThat(SourceName.authority(uri)).isEqualTo(authority);
        assertThat(SourceName.ofUri(uri)).isEqualTo(authority);
    }
}
