package dev.dateline.enrich.tag.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.Mention;
import dev.dateline.common.model.MentionSource;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.places.PlaceHints;
import dev.dateline.enrich.tag.places.PlaceResolver;
import dev.dateline.enrich.tag.text.Prepared;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTaggerTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load(Set.of("en", "de", "fr"));
    private static final PlaceResolver PLACES = PlaceResolver.load(GAZETTEER);

    /** What the tagger is told to find. */
    private static Article tagged(String... marks) {
        return new Article(new NameTagger(MarkedSpans.of(marks), GAZETTEER, PLACES), "?", "");
    }

    private record Article(NameTagger tagger, String title, String body) {
        Article title(String headline) {
            return new Article(tagger, headline, body);
        }

        List<Entity> in(String text) {
            return tagger.tag(Prepared.of(title, text, "en"), PlaceHints.NONE).entities();
        }
    }

    private static Entity entity(List<Entity> entities, String name) {
        return entities.stream()
                .filter(entity -> entity.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " among " + entities));
    }

    private static List<String> surfaces(List<Entity> entities, String name) {
        return entity(entities, name).mentions().stream().map(Mention::surface).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PER Ilse Varga | PER Mr Ilse Varga | A letter reached Mr Ilse Varga today.
                    PER Ilse Varga | PER Vice President Ilse Varga | It was signed by Vice President Ilse Varga at noon.
                    PER Tobin Reed | PER Secretary of State Tobin Reed | They asked Secretary of State Tobin Reed about it.
                    PER Tobin Reed | PER U.S. Secretary Tobin Reed | They asked U.S. Secretary Tobin Reed about it.
                    PER Darius Karimi | PER Iranian General Darius Karimi | They named Iranian General Darius Karimi there.
                    PER Darius Karimi | PER Tehran Mayor Darius Karimi | They met Tehran Mayor Darius Karimi there.
                    PER Martin Osric King Jr | PER Martin Osric King Jr | They met Martin Osric King Jr. there.
                    PER Pope Odo | PER Pope Odo | A letter reached Pope Odo today.
                    PER Queen Odila II | PER Queen Odila II | A letter reached Queen Odila II today.
                    PER King | PER King | A letter reached Mr King today.
                    PER Omar bin Rashid al-Hadi | PER Omar bin Rashid al-Hadi | Troops met Omar bin Rashid al-Hadi there.
                    PER al-Hadi | PER Hadi | Troops met the al-Hadi of old there.
                    ORG Bureau of Lamps, Lanterns and Lights | ORG Bureau of Lamps, Lanterns and Lights | A Bureau of Lamps, Lanterns and Lights opened.
                    PER Brask | PER Brask Administration | They left the Brask Administration.
                    PER Kim Dong-un | PER Kim Dong | They met Kim Dong-un there.
                    ORG Harbour Post | ORG The Harbour Post | It stood in The Harbour Post today.
                    ORG General Lamps | ORG General Lamps | A share of General Lamps fell.
                    LOC Gulf of Oman | LOC Gulf of Oman | A tanker burns in the Gulf of Oman tonight.
                    MISC Blue Lantern | MISC Blue Lantern | They all read Blue Lantern at school.
                    """)
    void takesNamesWithoutTheOfficesBeforeThem(String expected, String mark, String body) {
        assertThat(tagged(mark).in(body))
                .extracting(entity -> entity.type() + " " + entity.name())
                .contains(expected);
    }

    @Test
    void anOfficeAloneIsNoName() {
        assertThat(tagged("PER Prime Minister").in("It was the Prime Minister who left."))
                .isEmpty();
    }

    @Test
    void honorificsTellThatANameIsAPerson() {
        List<Entity> entities = tagged("LOC? Brask").in("A letter from Mr. Brask came. Then Brask left.");
        assertThat(entity(entities, "Brask").type()).isEqualTo(EntityType.PER);
        assertThat(surfaces(entities, "Brask")).hasSize(2);
    }

    @Test
    void aNameIsOneWhereverItStands() {
        List<Entity> entities = tagged("ORG Kestrel Maritime")
                .in(
                        "The owner is Kestrel Maritime. Nobody knows what Kestrel Maritime wants, but kestrel maritime law is old.");
        assertThat(entity(entities, "Kestrel Maritime").mentions())
                .extracting(Mention::from)
                .containsExactly(MentionSource.TAGGER, MentionSource.REPEAT);
    }

    @Test
    void aNameThatTheTaggerMostlyRefusedIsNotRepeated() {
        List<Entity> entities = tagged("ORG? Lantern")
                .in("He saw the Lantern. The old Lantern, this Lantern, was every Lantern to him.");
        assertThat(surfaces(entities, "Lantern")).hasSize(1);
    }

    @Test
    void aPartOfALongerRunOfCapitalsIsNoRepeat() {
        List<Entity> entities = tagged("PER Anton Brask").in("Here is Anton Brask. Then Brask opened the Brask Tower.");
        assertThat(surfaces(entities, "Anton Brask")).containsExactly("Anton Brask");
    }

    @Test
    void theCapitalOfAFirstWordIsNotEnough() {
        List<Entity> entities =
                tagged("PER? Fog").in("Fog fell. In the fog, cars crept. “Never mind,” they said. Fog: cars crept.");
        assertThat(entities).isEmpty();
    }

    @Test
    void daysAndMonthsAreNoNames() {
        assertThat(tagged("MISC* Monday", "MISC March").in("It rained on Monday and in March, and I left."))
                .isEmpty();
    }

    @Test
    void mostOfTheDocumentDecidesOnTheType() {
        List<Entity> entities =
                tagged("ORG? Kestrel", "PER* Kestrel").in("Here is Kestrel. There is Kestrel. We know Kestrel.");
        assertThat(entities).singleElement().satisfies(entity -> {
            assertThat(entity.type()).isEqualTo(EntityType.PER);
            assertThat(entity.confidence()).isBetween(0.6, 0.9);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Anton Brask | Brask
                    Anton Brask | Anton
                    Anton Brask | Brask's
                    Anton Brask | BRASK
                    Anton J. Brask | Anton Brask
                    Anton Jonas Brask | Anton Brask
                    Anton Jonas Brask | A. Brask
                    Joseph Brask | Joe Brask
                    Qasem Tarabi | Qassem Tarabi
                    Muhammad Al-Tarabi | Mohammed Tarabi
                    Omar al-Tarabi | Tarabi
                    Omar al-Tarabi | al-Tarabi
                    Omar al-Tarabi | El-Tarabi
                    Anton de la Vega | de la Vega
                    Anton de la Vega | Vega
                    Pelé Suárez | Suarez
                    Anton Brask Jr. | Brask
                    """)
    void shortFormsStandForTheFullName(String full, String shorter) {
        String name = full.replaceAll("\\.$", "");
        List<Entity> entities = tagged("PER " + name, "PER " + shorter.replace("'s", ""))
                .in("We met " + full + " there. We heard that " + shorter + " left.");
        assertThat(entities).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo(name);
            assertThat(entity.mentions()).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Anton Brask | Ella Brask
                    Anton Brask | Anton Brask Jr
                    Anton H. Brask | Anton W. Brask
                    Paul Brask | Paula Brask
                    Mario Tarabi | Maria Tarabi
                    """)
    void otherPeopleOfTheNameAreOthers(String one, String other) {
        List<Entity> entities =
                tagged("PER " + one, "PER " + other).in("We met " + one + " there. We heard that " + other + " left.");
        assertThat(entities).extracting(Entity::name).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void listsAreSeveralNames() {
        List<Entity> entities = tagged("ORG Northwind, Kestrel").in("It was bought by Northwind, Kestrel and others.");
        assertThat(entities).extracting(Entity::name).containsExactly("Northwind", "Kestrel");
    }

    @Test
    void adjacentPeopleAreOne() {
        List<Entity> entities = tagged("PER Ella Holm", "PER Brask").in("They met Ella Holm Brask there.");
        assertThat(entities).extracting(Entity::name).containsExactly("Ella Holm Brask");
    }

    @Test
    void aCompanyHasItsFoundersName() {
        List<Entity> entities = tagged("ORG Brask Lamps Inc", "PER* Brask")
                .in("They bought Brask Lamps Inc there. It is known that Brask. Others sold Brask, they say.");
        assertThat(surfaces(entities, "Brask Lamps Inc")).contains("Brask");
    }

    @Test
    void aSurnameOfTwoPeopleStaysAlone() {
        List<Entity> entities = tagged("PER Anton Brask", "PER Ella Brask", "PER from Brask")
                .in("It was Anton Brask and Ella Brask. Then a letter from Brask came.");
        assertThat(entities).extracting(Entity::name).contains("Anton Brask", "Ella Brask", "Brask");
    }

    @Test
    void aSurnameIsThatOfTheOneWhoWasIntroducedBefore() {
        List<Entity> entities = tagged("PER Anton Brask", "PER Ella Brask", "PER for Brask")
                .in("It was Anton Brask. A day for Brask it was. Then a letter from Ella Brask came.");
        assertThat(surfaces(entities, "Anton Brask")).containsExactly("Anton Brask", "Brask");
    }

    @Test
    void aPlaceIsNoSurnameUnlessTheTaggerSaysSo() {
        List<Entity> place = tagged("PER Anton Jordan", "LOC* Jordan")
                .in("Here Anton Jordan spoke of a war. The road to Jordan is closed, and Jordan is far.");
        assertThat(entity(place, "Jordan").countryOf()).isEqualTo("JO");
        List<Entity> person = tagged("PER Anton Jordan", "PER* Jordan")
                .in("Here Anton Jordan spoke of a war. The road of Jordan is long, and Jordan is tired.");
        assertThat(person).extracting(Entity::name).containsExactly("Anton Jordan");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Northwind AG | Northwind
                    Northwind Lamps Inc | Northwind Lamps
                    Northwind Lamps | Northwind
                    Coastal Mobilisation League | Coastal Mobilization League
                    Iraqi Harbour Guard | Harbour Guard
                    UN Harbour Council | Harbour Council
                    Harbour Workers Union | HWU
                    """)
    void shortFormsOfInstitutionsStandForTheFullName(String full, String shorter) {
        List<Entity> entities = tagged("ORG " + full, "ORG the " + shorter)
                .in("We met " + full + " there. We heard that the " + shorter + " left.");
        assertThat(entities).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo(full);
            assertThat(entity.mentions()).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Coastal Defence Forces | Forces
                    Bank of Northwind | Bank
                    """)
    void wordsOfManyInstitutionsStandForNone(String full, String shorter) {
        List<Entity> entities = tagged("ORG " + full, "ORG the " + shorter)
                .in("We met " + full + " there. We heard that the " + shorter + " left.");
        assertThat(entities).extracting(Entity::name).contains(full);
        assertThat(surfaces(entities, full)).containsExactly(full);
    }

    @Test
    void anInstitutionOfACountryHasItsCode() {
        assertThat(entity(tagged("ORG Iraqi Army").in("A unit of the Iraqi Army left."), "Iraqi Army")
                        .countryOf())
                .isEqualTo("IQ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The Harbour Workers Union (HWU) met. A day later the HWU agreed.
                    The HWU (Harbour Workers Union) met. A day later the HWU agreed.
                    """)
    void parenthesesExplainInitials(String body) {
        assertThat(tagged().in(body)).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo("Harbour Workers Union");
            assertThat(entity.type()).isEqualTo(EntityType.ORG);
            assertThat(entity.mentions())
                    .extracting(Mention::from)
                    .containsExactly(MentionSource.ACRONYM, MentionSource.ACRONYM, MentionSource.REPEAT);
        });
    }

    @Test
    void parenthesesWithoutTheLettersExplainNothing() {
        List<Entity> entities =
                tagged("ORG Harbour Workers Union", "ORG XYZ").in("The Harbour Workers Union (XYZ) met.");
        assertThat(entities).extracting(Entity::name).containsExactly("Harbour Workers Union", "XYZ");
    }

    @Test
    void wellKnownNamesHaveOneName() {
        List<Entity> entities = tagged().in(
                        "The U.S. envoy left. Ships of the United States wait; the US, they say, and us. The U.N. and the "
                                + "United Nations wait, and who says that the World Health Organization is not the WHO?");
        assertThat(surfaces(entities, "US")).containsExactly("U.S.", "United States", "US");
        assertThat(entity(entities, "US").countryOf()).isEqualTo("US");
        assertThat(entity(entities, "US").place().name()).isEqualTo("United States");
        assertThat(surfaces(entities, "UN")).containsExactly("U.N.", "United Nations");
        assertThat(surfaces(entities, "WHO")).containsExactly("World Health Organization", "WHO");
    }

    @Test
    void thePeopleOfACountryAreNoPlaceAndPointToIt() {
        List<Entity> entities = tagged().in("An Iranian ship met ships from Iran. The Iranians left.");
        assertThat(entity(entities, "Iran").type()).isEqualTo(EntityType.LOC);
        Entity people = entity(entities, "Iranian");
        assertThat(people.type()).isEqualTo(EntityType.MISC);
        assertThat(people.countryOf()).isEqualTo("IR");
        assertThat(people.mentions()).extracting(Mention::surface).containsExactly("Iranian", "Iranians");
    }

    @Test
    void partsOfHyphenatedWordsAreNames() {
        List<Entity> entities = tagged().in("The US-Iran talks ended for the Iran-backed group.");
        assertThat(surfaces(entities, "US")).containsExactly("US");
        assertThat(surfaces(entities, "Iran")).containsExactly("Iran", "Iran");
    }

    @Test
    void headlinesConfirmNamesOfTheBody() {
        List<Entity> entities =
                tagged("PER Anton Brask").title("Brask Quits as Panic Spreads").in("The mayor, Mr Anton Brask, quit.");
        assertThat(entities).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo("Anton Brask");
            assertThat(entity.mentions())
                    .containsExactly(
                            new Mention(null, 14, 25, "Anton Brask", MentionSource.TAGGER),
                            new Mention("title", 0, 5, "Brask", MentionSource.TITLE));
        });
    }

    @Test
    void headlinesInCapitalsHaveTheNamesOfTheBody() {
        List<Entity> entities = tagged("PER Anton Brask", "ORG WHO")
                .title("WHO SAYS ANTON BRASK QUITS")
                .in("It was Anton Brask of the WHO.");
        assertThat(surfaces(entities, "Anton Brask")).containsExactly("Anton Brask", "ANTON BRASK");
        assertThat(surfaces(entities, "WHO")).containsExactly("WHO");
    }

    @Test
    void aHeadlineInSentenceCaseMayNameACountry() {
        assertThat(tagged().title("Strike in Norway ends after a week").in("The strike is over."))
                .extracting(Entity::name)
                .containsExactly("Norway");
        assertThat(tagged().title("TURKEY PRICES RISE").in("Poultry is dear.")).isEmpty();
        assertThat(tagged().title("Turkey Prices Rise").in("Poultry is dear.")).isEmpty();
    }

    @Test
    void namesInCapitalsAreSpelledAsElsewhere() {
        List<Entity> entities = tagged("PER* ANTON BRASK", "PER* Anton Brask", "ORG NORTHWIND LAMPS")
                .in("Here is ANTON BRASK. There is ANTON BRASK. We met Anton Brask at NORTHWIND LAMPS.");
        assertThat(entities).extracting(Entity::name).containsExactlyInAnyOrder("Anton Brask", "Northwind Lamps");
    }

    @Test
    void textInCapitalsNamesPlacesOnly() {
        assertThat(tagged("PER THE WHOLE WORLD")
                        .in("TROOPS MOVED FROM BAGHDAD TO IRAN WHILE THE WHOLE WORLD WATCHED US"))
                .extracting(Entity::name)
                .containsExactlyInAnyOrder("Baghdad", "Iran");
    }

    @Test
    void otherLanguagesHavePlacesOnly() {
        String body = "Der Sturm hat den Hafen und die Schiffe in Deutschland getroffen, sagte Anton Brask.";
        NameTagger tagger = new NameTagger(MarkedSpans.of("PER Anton Brask"), GAZETTEER, PLACES);
        NameTagger.Names names = tagger.tag(Prepared.of("Sturm", body, "de"), PlaceHints.NONE);
        assertThat(NameTagger.supports("de")).isFalse();
        assertThat(names.entities()).extracting(Entity::name).containsExactly("Germany");
        assertThat(names.primaryCountry()).isEqualTo("DE");
    }

    @Test
    void theMostSalientComesFirst() {
        List<Entity> entities = tagged("ORG Kestrel", "ORG Lantern", "ORG Northwind")
                .title("Kestrel wins at last")
                .in(
                        "It was Kestrel that won. The others, Lantern and Northwind, lost. They say that Northwind will stay.");
        assertThat(entities).extracting(Entity::name).containsExactly("Kestrel", "Northwind", "Lantern");
        assertThat(entities).extracting(Entity::salience).allMatch(salience -> salience > 0 && salience < 1);
    }
}
