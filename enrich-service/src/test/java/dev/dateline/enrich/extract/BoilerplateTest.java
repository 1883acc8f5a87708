package dev.dateline.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Related Video - The moment it fell; TEASER",
                "READ MORE: Two polls, two winners; TEASER",
                "[Read more: Two polls, two winners]; TEASER",
                "Read more about the crisis in the north; TEASER",
                "WATCH: The moment it fell.; TEASER",
                "Advertisement; FURNITURE",
                "Share this article; FURNITURE",
                "1,204 comments; FURNITURE",
                "* * *; FURNITURE",
                "Photo: Jane Doe/AFP; CAPTION",
                "The bridge on Friday. (Photo by Jane Doe); CAPTION",
                "REUTERS/Jane Doe; CAPTION",
                "Smoke over the harbour. Jane Doe/Getty Images; CAPTION",
                "Sign up for our newsletter; PROMPT",
                "Join our commenting forum; PROMPT",
            })
    void recognisesPagePartsAnywhere(String line, LineRole role) {
        assertThat(Boilerplate.anywhere(line)).map(Boilerplate.Found::role).contains(role);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Watch the sky tonight, astronomers said.",
                "“Join our forum,” he said",
                "However, he added:",
                "Share prices fell on Friday.",
                "Follow the money, the lawyer told the court.",
                "Related crimes fell by a third.",
                "Read more slowly, the teacher advised.",
                "The company said on Friday that it had changed its privacy policy:",
                "Comments by the minister caused an outcry.",
                "Sign language was banned in schools until 1970.",
            })
    void leavesProseAlone(String line) {
        assertThat(Boilerplate.anywhere(line)).isEmpty();
        assertThat(Boilerplate.atEnd(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "© 2020 The Courier",
                "Copyright 2020 The Courier.",
                "All rights reserved.",
                "This article was originally published by the Courier.",
                "By signing up, you agree to our Privacy Policy.",
                "We use cookies to make this site better.",
                "Follow @thecourier",
                "More about",
                "Tags: harbour, strike",
                "https://example.org/a",
                "#harbour #strike",
                "Please refresh the page and log in again.",
            })
    void recognisesWhatFollowsAnArticle(String line) {
        assertThat(Boilerplate.atEnd(line)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The company changed its privacy policy in 2018.",
                "He died in Copyright Street.",
                "Topics ranged widely."
            })
    void aLastSentenceStays(String line) {
        assertThat(Boilerplate.atEnd(line)).isEmpty();
    }
}
