package dev.dateline.enrich.near;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.sketch.SketchSettings;
import dev.dateline.enrich.sketch.Sketcher;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What newspapers do with agency copy, and what only looks like it: whether two texts meet in the bands and are judged copies. */
class SyndicationTest {
    private static final Instant MORNING = Instant.parse("2026-04-14T06:00:00Z");
    private static final Duration SOON = Duration.ofMinutes(40);
    private static final Duration NEXT_DAY = Duration.ofHours(24);

    private static final String FIRST_PARAGRAPH =
            """
            PORT AVELINE, April 14 (Northwire) - Dock workers in Port Aveline walked out before dawn on Tuesday in a dispute over
            night shifts, halting grain exports at the start of the season and leaving 14 ships at anchor outside the harbour. \
            """;
    private static final String BACKGROUND =
            """
            The stoppage, the first at the port in nine years, began when crews of the eastern terminal refused to relieve the
            late shift. By noon it had spread to the container quay, said harbour master Odile Brandt, who counted 1,850 people
            on the picket line. "Nothing moves, not even the tugs," she told reporters. The union wants the allowance for night
            work raised by 12 percent and two more people on every crane. The operator, Aveline Terminals, has offered 4.5
            percent over two years and says it cannot find the crane drivers it would need. Talks broke off late on Sunday.

            Traders said a week without loading would delay some 300,000 tonnes of wheat, most of it sold to mills in the south.
            Freight rates for small carriers rose by a tenth in an hour. The farm ministry called on both sides to return to the
            table and said it had no plans to send in the army, as a previous government did in 2017. The mayor offered the town
            hall as neutral ground, and a mediator who settled last year's rail dispute is expected to arrive by the evening
            train. Shopkeepers near the gates brought soup and blankets to the strikers, whose fires could be seen from the
            lighthouse all night long. A rally is planned for the weekend. \
            """;
    private static final String STORY = FIRST_PARAGRAPH + BACKGROUND;

    @Test
    void anotherHeadlineAndALocalParagraph() {
        String local =
                """
                In our town the mill on Canal Street has stocks for ten days, its manager Pieter Hallam said, and no shifts were
                cut so far. Bakeries expect no shortage before the end of the month.""";

        assertThat(judge("Dock strike halts grain", STORY, "Quiet cranes, waiting mills", STORY + local, SOON))
                .isTrue();
        assertThat(judge("Dock strike halts grain", STORY, "What the strike means here", local + STORY, SOON))
                .isTrue();
    }

    @Test
    void theFirstThird() {
        assertThat(judge("Dock strike", STORY, "Dock strike", STORY.substring(0, STORY.length() * 3 / 10), NEXT_DAY))
                .isTrue();
    }

    @Test
    void aTeaserOfALongText() {
        String analysis = STORY;
        for (int i = 0; i < 8; i++) {
            analysis += new OtherWords(i).say(BACKGROUND);
        }
        assertThat(judge("Dock strike", analysis, "At a standstill", FIRST_PARAGRAPH, SOON))
                .isTrue();
        assertThat(judge("Dock strike", analysis, "At a standstill", FIRST_PARAGRAPH.substring(33) + "Read more", SOON))
                .isTrue();
    }

    @Test
    void updatesAndCorrections() {
        String update = STORY.replace("14 ships", "17 ships")
                .replace("1,850 people", "2,100 people")
                .replace(
                        "late on Sunday. ", "late on Sunday but were to resume at the mediator's hotel on Wednesday. ");

        assertThat(judge(
                        "Dock strike", STORY, "UPDATE 1-Dock strike", "(Adds talks, number of ships)\n" + update, SOON))
                .isTrue();
        assertThat(judge("Dock strike", STORY, "CORRECTED-Dock strike", STORY.replace("nine years", "ten years"), SOON))
                .isTrue();
        assertThat(judge(
                        "Toll rises",
                        "The toll rose to 11. " + BACKGROUND,
                        "Toll rises",
                        "The toll rose to 15. " + BACKGROUND,
                        SOON))
                .isTrue();
    }

    /** Each state of a liveblog has the one before and a little more. */
    @Test
    void aLiveblogThatGrows() {
        String blog = STORY;
        for (int i = 0; i < 5; i++) {
            String grown = new OtherWords(i).say(FIRST_PARAGRAPH) + blog;
            assertThat(judge("Live: dock strike", blog, "Live: dock strike", grown, SOON))
                    .isTrue();
            blog = grown;
        }
    }

    @Test
    void aBondIssueInAnothersWords() {
        assertThat(judge(
                        "Bond",
                        bond("Halvorsen Kraft", 100, 2033, 7, 101),
                        "Bond",
                        bond("Banco Sereno", 250, 2041, 5, 99),
                        SOON))
                .isFalse();
        assertThat(judge(
                        "Bond",
                        bond("Halvorsen Kraft", 100, 2033, 7, 101),
                        "Bond",
                        bond("Halvorsen Kraft", 240, 2036, 6, 98),
                        NEXT_DAY))
                .isFalse();
    }

    @Test
    void aDailyBalance() {
        assertThat(judge("Balances", balance(14, 3466, 2957), "Balances", balance(15, 3812, 3105), NEXT_DAY))
                .isFalse();
        assertThat(judge("Balances", balance(14, 3466, 2957), "Balances", balance(14, 3466, 2957), NEXT_DAY))
                .isTrue();
    }

    @Test
    void theSameEventInOtherWords() {
        String other =
                """
                Grain shipments from Port Aveline came to a standstill on Tuesday after stevedores laid down their tools over pay
                for working nights. Fourteen vessels were waiting in the roads. The head of the port authority, Odile Brandt, put
                the number of strikers at 1,850. Their union asks for 12 percent more; the company would pay 4.5 percent.""";

        assertThat(judge("Dock strike", STORY, "Port at a standstill", other, SOON))
                .isFalse();
    }

    private static String bond(String issuer, int amount, int due, int coupon, int price) {
        return """
                %s is issuing a %d million crown eurobond due April 20 %d with a coupon of %d percent, priced at %d, lead
                manager Castellane Partners said. The non-callable bond is available in denominations of 5,000 crowns and will
                be listed on the exchange of Port Aveline. The selling concession is one percent while management and
                underwriting combined pay half a percent. The payment date is four weeks after pricing."""
                .formatted(issuer, amount, due, coupon, price);
    }

    private static String balance(int day, int balance, int before) {
        return """
                Balances of the treasury with the central bank stood at %d.%d million crowns on April %d compared with %d.%d
                million crowns on the business day before, the treasury said in its latest budget statement. Balances in
                accounts for tax and loans were %d million crowns, compared with %d million crowns on the same days."""
                .formatted(balance, day, day, before, day + 3, balance * 2 + 1, before * 3);
    }

    /** Whether the second article, published some time after the first, finds it and is a copy. */
    private static boolean judge(String title, String body, String laterTitle, String laterBody, Duration apart) {
        BandIndex index = new BandIndex(CopyRule.DEFAULT);
        index.put(member("first", MORNING, title, body));
        Neighbours neighbours = index.near(member("second", MORNING.plus(apart), laterTitle, laterBody));
        return !neighbours.earlier().isEmpty();
    }

    private static Member member(String id, Instant publishedAt, String title, String body) {
        Sketcher sketcher = new Sketcher(SketchSettings.DEFAULT);
        return new Member(new Place(publishedAt, publishedAt, id), 1, 0, sketcher.sketch(title, body));
    }

    /** Says something of the same length in words that nothing else has. */
    private record OtherWords(int number) {
        String say(String text) {
            int length = text.length() / 6;
            return IntStream.range(0, length)
                            .mapToObj(i -> "" + (char) ('a' + number) + word(i * 7919 + 1))
                            .collect(Collectors.joining(" "))
                    + ". ";
        }

        private static String word(int value) {
            StringBuilder letters = new StringBuilder();
            for (int rest = value; rest > 0; rest /= 26) {
                letters.append((char) ('a' + rest % 26));
            }
            return letters.toString();
        }
    }
}
