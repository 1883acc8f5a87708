package dev.dateline.enrich.tag.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.Mention;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.text.Prepared;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTaggerTest {
    private static final NameTagger TAGGER = new NameTagger(Gazetteer.load(Set.of("en", "de", "fr")));

    private static NameTagger.Names names(String title, String body) {
        return TAGGER.tag(Prepared.of(title, body, "en"));
    }

    private static List<Entity> entities(String body) {
        return names("?", body).entities();
    }

    private static Entity entity(List<Entity> entities, String name) {
        return entities.stream()
                .filter(entity -> entity.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PER  | Ilse Varga | A letter reached Mr Ilse Varga today.
                    PER  | Ilse Varga | It was signed by Vice President Ilse Varga at noon.
                    PER  | Ilse Varga | In the hall, spokeswoman Ilse Varga read it out.
                    PER  | Ilse Varga | The driver, Ilse Varga, 54, was unhurt.
                    PER  | Ilse Varga | Nobody knew, Ilse Varga said.
                    PER  | Peter Quill | A man called Peter Quill was there.
                    PER  | Tobin Reed  | They asked Secretary of State Tobin Reed about it.
                    PER  | Ana de la Vega | The jury heard Judge Ana de la Vega for an hour.
                    PER  | Omar bin Rashid al-Hadi | Troops met Sheikh Omar bin Rashid al-Hadi there.
                    ORG  | Northwind Holdings Ltd | Shares of Northwind Holdings Ltd fell.
                    ORG  | Ministry of Fisheries | He works for the Ministry of Fisheries now.
                    ORG  | Green Harbour Party | A vote for the Green Harbour Party is rare.
                    ORG  | Iraqi Army | A unit of the Iraqi Army left.
                    ORG  | Coastal Defence Forces | Boats of the Coastal Defence Forces came.
                    ORG  | NATO | The ships of NATO came.
                    LOC  | Iran | The road to Iran is closed.
                    LOC  | Gulf of Oman | A tanker burns in the Gulf of Oman tonight.
                    LOC  | Kestrel Island | A hut on Kestrel Island burned.
                    LOC  | Baghdad | The road to Baghdad is closed.
                    LOC  | Bosnia and Herzegovina | The road to Bosnia and Herzegovina is closed.
                    MISC | Blue Lantern | They all read Blue Lantern at school.
                    """)
    void tellsTypesByTheirCues(EntityType type, String name, String body) {
        assertThat(entities(body))
                .filteredOn(entity -> entity.name().equals(name))
                .extracting(Entity::type)
                .containsExactly(type);
    }

    @Test
    void countriesTheirPeopleAndShortNamesAreOneEntity() {
        List<Entity> entities =
                entities("The U.S. envoy left. American ships and the United States wait; the US, they say, and us.");
        Entity states = entity(entities, "United States");
        assertThat(states.countryOf()).isEqualTo("US");
        assertThat(states.mentions())
                .extracting(Mention::surface)
                .containsExactly("U.S.", "American", "United States", "US");
    }

    @Test
    void aDemonymBeforeAPersonIsAnotherName() {
        List<Entity> entities = entities("They named Iranian General Darius Karimi and US-Iran talks.");
        assertThat(entities)
                .extracting(Entity::name)
                .containsExactlyInAnyOrder("Iran", "Darius Karimi", "United States");
        assertThat(entity(entities, "Darius Karimi").type()).isEqualTo(EntityType.PER);
        assertThat(entity(entities, "Iran").mentions())
                .extracting(Mention::surface)
                .containsExactly("Iranian", "Iran");
    }

    @Test
    void anOrganisationOfACountryHasItsCode() {
        assertThat(entity(entities("A unit of the Iraqi Army left."), "Iraqi Army")
                        .countryOf())
                .isEqualTo("IQ");
    }

    @Test
    void anOfficeBetweenTwoNamesPartsThem() {
        List<Entity> entities = entities("He met Tehran Mayor Darius Karimi there.");
        assertThat(entities).extracting(Entity::name).containsExactly("Tehran", "Darius Karimi");
        assertThat(entity(entities, "Darius Karimi").type()).isEqualTo(EntityType.PER);
    }

    @Test
    void surnamesStandForTheOneFullName() {
        List<Entity> entities = entities("The mayor, Mr Anton Brask, left. Later Brask wrote that Brask was tired.");
        assertThat(entities).extracting(Entity::name).containsExactly("Anton Brask");
        assertThat(entities.get(0).mentions()).hasSize(3);
        assertThat(entities.get(0).salience()).isEqualTo(1);
    }

    @Test
    void aSurnameOfTwoPeopleStaysAlone() {
        List<Entity> entities = entities("It was Mr Anton Brask and Ms Ella Brask. Then a letter from Brask came.");
        assertThat(entities).extracting(Entity::name).containsExactly("Anton Brask", "Ella Brask", "Brask");
    }

    @Test
    void anAcronymInParenthesesStandsForTheNameBefore() {
        List<Entity> entities = entities("The Harbour Workers Union (HWU) met. A day later the HWU agreed.");
        assertThat(entities).extracting(Entity::name).containsExactly("Harbour Workers Union");
        assertThat(entities.get(0).mentions())
                .extracting(Mention::surface)
                .containsExactly("Harbour Workers Union", "HWU", "HWU");
    }

    @Test
    void aCapitalAtTheStartOfASentenceIsNotEnough() {
        assertThat(entities("Rain fell. Later it stopped. Everybody left. “Never mind,” they said. Fog: Cars crept."))
                .isEmpty();
        assertThat(entities("We saw Brask. Brask left."))
                .singleElement()
                .satisfies(entity -> assertThat(entity.mentions()).hasSize(2));
    }

    @Test
    void daysAndMonthsAreNoNames() {
        assertThat(entities("It rained on Monday and in March, and I left.")).isEmpty();
    }

    @Test
    void headlinesConfirmNamesOfTheBody() {
        List<Entity> entities = names("Brask Quits as Panic Spreads", "The mayor, Mr Anton Brask, quit.")
                .entities();
        assertThat(entities).extracting(Entity::name).containsExactly("Anton Brask");
        assertThat(entities.get(0).mentions())
                .containsExactly(new Mention(null, 14, 25, "Anton Brask"), new Mention("title", 0, 5, "Brask"));
    }

    @Test
    void aHeadlineInSentenceCaseMayNameACountry() {
        assertThat(names("Strike in Norway ends after a week", "The strike is over.")
                        .countries())
                .containsEntry("NO", 2);
        assertThat(names("TURKEY PRICES RISE", "Poultry is dear.").countries()).isEmpty();
    }

    @Test
    void germanNounsAreNoNames() {
        String body = "Der Sturm hat den Hafen und die Schiffe in Deutschland getroffen, sagte Minister Anton Brask.";
        List<Entity> entities = TAGGER.tag(Prepared.of("Sturm", body, "de")).entities();
        assertThat(entities).extracting(Entity::name).containsExactlyInAnyOrder("Germany", "Anton Brask");
        assertThat(entity(entities, "Germany").countryOf()).isEqualTo("DE");
    }

    @Test
    void findsNamesAfterFrenchElisions() {
        String body = "Le président de l’Iran est arrivé avec M. Anton Brask.";
        assertThat(TAGGER.tag(Prepared.of("Visite", body, "fr")).entities())
                .extracting(Entity::name)
                .containsExactly("Iran", "Anton Brask");
    }

    @Test
    void findsCyrillicNames() {
        String body = "Вчера президент Антон Браск уехал. Позже Браск вернулся.";
        assertThat(TAGGER.tag(Prepared.of("Визит", body, "ru")).entities())
                .singleElement()
                .satisfies(entity -> {
                    assertThat(entity.name()).isEqualTo("Антон Браск");
                    assertThat(entity.type()).isEqualTo(EntityType.PER);
                    assertThat(entity.mentions()).hasSize(2);
                });
    }

    @Test
    void textInCapitalsNamesPlacesOnly() {
        assertThat(entities("TROOPS MOVED FROM BAGHDAD TO IRAN WHILE THE WHOLE WORLD WATCHED US"))
                .extracting(Entity::name)
                .containsExactly("Baghdad", "Iran");
    }

    @Test
    void salienceIsTheShareOfMentions() {
        List<Entity> entities = entities("From Iran to Iraq, and from Iran to Kuwait.");
        assertThat(entities).extracting(Entity::salience).containsExactly(0.5, 0.25, 0.25);
    }
}
