package dev.dateline.enrich.tag.places;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.Place;
import dev.dateline.enrich.tag.text.Prepared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceResolverTest {
    private static final PlaceResolver RESOLVER = PlaceResolver.load(Gazetteer.load(Set.of("en", "de", "fr")));

    @Test
    void aLargerPlaceRightAfterTheNameDecides() {
        assertThat(place("A fire broke out in Paris, Texas, on Monday.", "Paris")
                        .admin1())
                .isEqualTo("Texas");
        assertThat(place("A fire broke out in Paris on Monday.", "Paris").country())
                .isEqualTo("FR");
        assertThat(place("She lives in Springfield, Ill., with her son.", "Springfield")
                        .admin1())
                .isEqualTo("Illinois");
        assertThat(place("She lives in Cambridge, Mass. and works there.", "Cambridge")
                        .country())
                .isEqualTo("US");
        assertThat(place("She lives in Cambridge, England.", "Cambridge").country())
                .isEqualTo("GB");
    }

    @Test
    void aTownOutsideTheGazetteerLiesAtLeastInItsState() {
        Place place = place("The sheriff of Qwertyville, Nev., resigned.", "Qwertyville");
        assertThat(place.id()).isEqualTo("geonames:US.NV");
        assertThat(place.confidence()).isLessThanOrEqualTo(0.5);
    }

    @Test
    void georgiaIsAStateOrACountry() {
        assertThat(place("Voters in Georgia and Alabama go to the polls, as they do in Ohio.", "Georgia")
                        .id())
                .isEqualTo("geonames:US.GA");
        assertThat(place("Russian troops left Georgia after talks in Tbilisi with Armenia.", "Georgia")
                        .id())
                .isEqualTo("iso3166:GE");
        assertThat(place("The mayor of Atlanta, Georgia, spoke.", "Georgia").id())
                .isEqualTo("geonames:US.GA");
        assertThat(place("Tbilisi, Georgia, was quiet.", "Georgia").id()).isEqualTo("iso3166:GE");
    }

    @Test
    void theContextChoosesAmongTownsOfAName() {
        assertThat(place("British police in London and Manchester arrested a man from Birmingham.", "Birmingham")
                        .country())
                .isEqualTo("GB");
        assertThat(place("Alabama officials in Montgomery and Mobile followed Birmingham.", "Birmingham")
                        .country())
                .isEqualTo("US");
    }

    @Test
    void theDatelineIsContext() {
        Prepared text = Prepared.of("A title", "Officials met in Valencia.", "en");
        assertThat(resolve(text, "Valencia", new PlaceHints("MADRID")).country())
                .isEqualTo("ES");
        assertThat(resolve(text, "Valencia", new PlaceHints("CARACAS, Venezuela"))
                        .country())
                .isEqualTo("VE");
    }

    @Test
    void knowsCapitalsAndTheirNamesakes() {
        assertThat(place("Leaders meet in Washington today.", "Washington").admin1())
                .isEqualTo("District of Columbia");
        assertThat(place("The forests of Washington, Oregon and Idaho burn.", "Oregon")
                        .id())
                .isEqualTo("geonames:US.OR");
        assertThat(place("A raid in Baghdad killed two.", "Baghdad").id())
                .startsWith("geonames:")
                .doesNotContain("IQ");
        assertThat(place("The government of Luxembourg resigned.", "Luxembourg").id())
                .isEqualTo("iso3166:LU");
    }

    @Test
    void readsOtherFormsOfNames() {
        assertThat(place("Protests in Kiev.", "Kiev").name()).isEqualTo("Kyiv");
        assertThat(place("Rain in Sao Paulo.", "Sao Paulo").country()).isEqualTo("BR");
        assertThat(place("A blast in Anbar province.", "Anbar province").country())
                .isEqualTo("IQ");
        assertThat(place("Fires in northern Texas.", "northern Texas").id()).isEqualTo("geonames:US.TX");
        assertThat(place("A stop in St. Louis.", "St. Louis").admin1()).isEqualTo("Missouri");
        assertThat(place("Flights from Denver International Airport.", "Denver International Airport")
                        .admin1())
                .isEqualTo("Colorado");
        assertThat(place("Talks with the U.S. went on.", "U.S.").id()).isEqualTo("iso3166:US");
    }

    @Test
    void saysWhatTheArticleIsAbout() {
        Prepared text =
                Prepared.of("Flood in Lyon", "Water rose in Lyon on Monday. French rescuers came from Paris.", "en");
        PlacesOfArticle places = RESOLVER.resolve(text, RESOLVER.find(text), PlaceHints.NONE);
        assertThat(places.primaryCountry()).isEqualTo("FR");
        assertThat(places.primaryPlace().name()).isEqualTo("Lyon");
        assertThat(RESOLVER.resolve(Prepared.of("No place", "Nothing.", "en"), List.of(), PlaceHints.NONE))
                .isEqualTo(new PlacesOfArticle(Map.of(), null, null));
    }

    @Test
    void whereItHappenedCountsMoreThanWhoActed() {
        Prepared text = Prepared.of(
                "Italy sends ships",
                "Italy sent ships on Monday after a quake near Tunis. Italy's navy said Italian doctors work in Tunisia.",
                "en");
        PlacesOfArticle places = RESOLVER.resolve(text, RESOLVER.find(text), PlaceHints.NONE);
        assertThat(places.primaryCountry()).isEqualTo("TN");
        assertThat(places.primaryPlace().country()).isEqualTo("TN");
    }

    @Test
    void readsLettersWrittenAsTwo() {
        for (String spelling : List.of("\u00c5rhus", "A\u030arhus", "Aarhus", "Arhus")) {
            assertThat(place("A fair in " + spelling + ".", spelling).name()).isEqualTo("\u00c5rhus");
        }
        assertThat(place("Snow in Duesseldorf.", "Duesseldorf").country()).isEqualTo("DE");
        assertThat(place("Snow in Zuerich.", "Zuerich").country()).isEqualTo("CH");
        assertThat(place("A ferry from Troms\u00f8.", "Troms\u00f8").id())
                .isEqualTo(place("A ferry from Tromsoe.", "Tromsoe").id());
    }

    @Test
    void washingtonIsTheCityUnlessTheStateIsSpokenOf() {
        assertThat(place("Washington imposed sanctions on Tehran.", "Washington")
                        .confidence())
                .isGreaterThan(0.8);
        assertThat(place("Voters in Seattle, Spokane and Tacoma, the cities of Washington.", "Washington")
                        .id())
                .isEqualTo("geonames:US.WA");
    }

    @Test
    void aSmallTownNeedsMoreThanItsCountry() {
        Prepared text = Prepared.of("A rover", "It landed on Mars, as they said in Pasadena, California.", "en");
        PlaceMention mars = PlaceMention.at(
                text.body(),
                false,
                text.body().text().indexOf("Mars"),
                text.body().text().indexOf(", as"));
        List<PlaceMention> mentions = new ArrayList<>(RESOLVER.find(text));
        mentions.add(mars);
        assertThat(RESOLVER.resolve(text, mentions, PlaceHints.NONE).places()).doesNotContainKey(mars);
        assertThat(place("The mayor of Mars, Pennsylvania, spoke.", "Mars").admin1())
                .isEqualTo("Pennsylvania");
    }

    @Test
    void findsPlacesByTheirNamesAlone() {
        Prepared german =
                Prepared.of("Wahl in Frankreich", "In Hamburg und in Lyon wurde gefeiert, sagte Paul Hamburg.", "de");
        assertThat(RESOLVER.find(german).stream().map(mention -> surface(german, mention)))
                .containsExactly("Frankreich", "Hamburg", "Lyon");
    }

    @Test
    void isBoundedForHostileTexts() {
        String[] texts = {
            "x".repeat(1_000_000),
            "Paris, ".repeat(50_000),
            "Springfield ".repeat(50_000),
            "\u202e\u0645\u062f\u064a\u0646\u0629 ".repeat(10_000),
            "\ud83d\ude00\u200d\u0301".repeat(10_000),
            "\u0000\ud800 Paris\u0007".repeat(5_000),
            "",
        };
        for (String body : texts) {
            Prepared text = Prepared.of("", body, "en");
            List<PlaceMention> mentions = RESOLVER.find(text);
            PlacesOfArticle places = RESOLVER.resolve(text, mentions, PlaceHints.NONE);
            assertThat(places.places().keySet()).isSubsetOf(mentions);
            places.places()
                    .values()
                    .forEach(located -> assertThat(located.place().confidence()).isBetween(0.0, 1.0));
        }
    }

    @Test
    void theOrderOfTheMentionsIsNothing() {
        Prepared text = Prepared.of("Paris", "From Paris, Texas, to Georgia, then Atlanta and Birmingham.", "en");
        List<PlaceMention> mentions = new ArrayList<>(RESOLVER.find(text));
        PlacesOfArticle places = RESOLVER.resolve(text, mentions, PlaceHints.NONE);
        Collections.reverse(mentions);
        assertThat(RESOLVER.resolve(text, mentions, PlaceHints.NONE)).isEqualTo(places);
    }

    private static String surface(Prepared text, PlaceMention mention) {
        var tokens = mention.title() ? text.title() : text.body();
        return tokens.text().substring(tokens.start(mention.first()), tokens.end(mention.last()));
    }

    /** The place of the last of the names in the body, when every place in it is a mention. */
    private static Place place(String body, String name) {
        return resolve(Prepared.of("A title", body, "en"), name, PlaceHints.NONE);
    }

    private static Place resolve(Prepared text, String name, PlaceHints hints) {
        int start = text.body().text().lastIndexOf(name);
        PlaceMention wanted = PlaceMention.at(text.body(), false, start, start + name.length());
        List<PlaceMention> mentions = new ArrayList<>(RESOLVER.find(text).stream()
                .filter(mention -> mention.last() < wanted.first() || mention.first() > wanted.last())
                .toList());
        mentions.add(wanted);
        LocatedPlace located = RESOLVER.resolve(text, mentions, hints).places().get(wanted);
        assertThat(located).as(name).isNotNull();
        assertThat(located.why()).isNotBlank();
        return located.place();
    }
}
