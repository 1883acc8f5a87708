package dev.dateline.enrich.tag.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrimaryCountryTest {
    @Test
    void isTheMostMentioned() {
        assertThat(PrimaryCountry.of(Map.of("IQ", 2, "IR", 3), "IQ")).isEqualTo("IR");
        assertThat(PrimaryCountry.of(Map.of(), "IQ")).isNull();
    }

    @Test
    void tiesGoToTheDatelineThenToTheFirst() {
        Map<String, Integer> mentions = new LinkedHashMap<>();
        mentions.put("IR", 2);
        mentions.put("IQ", 2);
        assertThat(PrimaryCountry.of(mentions, "IQ")).isEqualTo("IQ");
        assertThat(PrimaryCountry.of(mentions, "FR")).isEqualTo("IR");
        assertThat(PrimaryCountry.of(mentions, null)).isEqualTo("IR");
    }

    @Test
    void knowsTheCountryOfADateline() {
        Gazetteer gazetteer = Gazetteer.load(Set.of("en"));
        assertThat(gazetteer.countryOf("BAGHDAD")).isEqualTo("IQ");
        assertThat(gazetteer.countryOf("Nowhere, Norway")).isEqualTo("NO");
        assertThat(gazetteer.countryOf("Nowhere")).isNull();
    }
}
