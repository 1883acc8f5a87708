package dev.dateline.enrich.tag.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.common.model.Evidence;
import dev.dateline.common.model.MediaTopic;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.ResourceLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTaggerTest {
    private static final TopicTagger SHIPPED = new TopicTagger(TopicBook.shipped());

    @TempDir
    private Path folder;

    private TopicTagger with(String content) throws IOException {
        Files.writeString(folder.resolve("my.txt"), content);
        return new TopicTagger(TopicBook.withFolder(folder));
    }

    private static List<MediaTopic> tag(String title, String body) {
        return SHIPPED.tag(Prepared.of(title, body, "en"));
    }

    private static List<String> terms(MediaTopic topic) {
        return topic.evidence().stream().map(Evidence::term).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Orchestra plays a new symphony after its concert tour|medtop:01000000",
                "en|Jury finds the burglar guilty of armed robbery|medtop:02000000",
                "en|Firefighters search the rubble after the earthquake|medtop:03000000",
                "en|Shares of the carmaker fall as quarterly earnings disappoint investors|medtop:04000000",
                "en|Pupils sit final exams as teachers mark homework|medtop:05000000",
                "en|Greenhouse gas emissions speed up global warming|medtop:06000000",
                "en|Hospital doctors treat patients with pneumonia|medtop:07000000",
                "en|Workers at the plant vote to unionize after wage dispute with employer|medtop:09000000",
                "en|A slow cooker recipe for tomato soup and garlic bread|medtop:10000000",
                "en|Senate passes the bill after a filibuster by Republicans|medtop:11000000",
                "en|The archbishop held Mass in the cathedral|medtop:12000000",
                "en|Astronomers find a galaxy with a new telescope|medtop:13000000",
                "en|Goalkeeper saves a penalty in the World Cup semifinal|medtop:15000000",
                "en|Rebels shell the town as troops prepare an offensive|medtop:16000000",
                "en|Heavy rain and thunderstorms expected, forecasters say|medtop:17000000",
                "de|Bundesliga: Stürmer schießt zwei Tore im Stadion|medtop:15000000",
                "de|Die Kanzlerin verteidigt das Gesetz im Bundestag|medtop:11000000",
                "fr|Le gouvernement présente un projet de loi à l'Assemblée nationale|medtop:11000000",
                "fr|Un séisme fait des blessés, les secours cherchent des disparus|medtop:03000000",
                "es|El tribunal condena al ladrón por el robo|medtop:02000000",
                "es|Médicos del hospital tratan la enfermedad con una vacuna|medtop:07000000",
            })
    void namesTheTopicOfALine(String language, String title, String code) {
        assertThat(SHIPPED.tag(Prepared.of(title, "", language)))
                .first()
                .extracting(MediaTopic::code)
                .isEqualTo(code);
    }

    @Test
    void theBroaderTopicComesWithTheNarrowerAndBeforeIt() {
        List<MediaTopic> topics = tag("Ceasefire talks fail", "Rebels and troops fight on after the ceasefire broke.");

        assertThat(topics.get(0).parent()).isNull();
        assertThat(topics).extracting(MediaTopic::code).contains("medtop:16000000", "medtop:20000073");
        assertThat(topics.get(0).evidence()).extracting(Evidence::term).contains("ceasefire");
    }

    @Test
    void evidenceStandsWhereItSays() {
        String title = "\ud83d\udd25 The airstrike";
        String body = "An \u201cairstrike\u201d killed soldiers\u200b, and airstrikes went on.";
        List<MediaTopic> topics = tag(title, body);

        assertThat(topics)
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.evidence()).isNotEmpty().allSatisfy(evidence -> {
                    String text = evidence.field() == null ? body : title;
                    assertThat(text.substring(evidence.start(), evidence.end()))
                            .isEqualToIgnoringCase(evidence.term().equals("soldier") ? "soldiers" : evidence.term());
                }));
        Evidence airstrike = topics.get(0).evidence().get(0);
        assertThat(airstrike).isEqualTo(new Evidence("airstrike", "title", 7, 16, 3, 4.0));
    }

    @Test
    void theLongestTermSilencesWhatItHolds() {
        assertThat(tag("Price war among grocers", ""))
                .extracting(MediaTopic::code)
                .doesNotContain("medtop:16000000");
        assertThat(tag("Star Wars director", ""))
                .first()
                .extracting(MediaTopic::code)
                .isEqualTo("medtop:01000000");
    }

    @Test
    void acronymsNeedTheirCapitals() {
        assertThat(tag("WHO warns of an outbreak", ""))
                .flatExtracting(TopicTaggerTest::terms)
                .contains("WHO");
        assertThat(tag("Outbreak: who is safe", ""))
                .flatExtracting(TopicTaggerTest::terms)
                .doesNotContain("WHO");
        assertThat(tag("OUTBREAK: WHO IS SAFE NOW", ""))
                .flatExtracting(TopicTaggerTest::terms)
                .doesNotContain("WHO");
    }

    @Test
    void anEnglishTermMatchesItsInflectedFormsOnly() throws IOException {
        TopicTagger tagger = with("topic user:a a\nlanguage en\n3 zorber, glimby\n");

        assertThat(tagger.tag(Prepared.of("zorbers and glimbies", "", "en"))
                        .get(0)
                        .evidence())
                .hasSize(2);
        assertThat(tagger.tag(Prepared.of("zorbed", "", "en"))).isEmpty();
        assertThat(Inflection.isOf("reporter", "reportedly")).isFalse();
        assertThat(Inflection.isOf("stop", "stopping")).isTrue();
        assertThat(Inflection.isOf("future", "futures")).isTrue();
        assertThat(Inflection.isOf("futures", "future")).isFalse();
    }

    /** The file is the one that docs/tags.md shows. */
    @Test
    void aUsersTopicWorksBesideTheOthers() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "tags.md"));
        String file =
                page.substring(page.indexOf("    # What our desk calls shipping"), page.indexOf("    4 dry dock"));
        TopicTagger tagger = with(file.replaceAll("(?m)^ {4}", "") + "4 dry dock");

        MediaTopic first = tagger.tag(Prepared.of("Container ships wait off the dry dock", "", "en"))
                .get(0);
        assertThat(first.code()).isEqualTo("user:shipping");
        assertThat(terms(first)).containsExactly("container ship", "dry dock");
        assertThat(tagger.tag(Prepared.of("Das Containerschiff", "", "de"))
                        .get(0)
                        .evidence())
                .containsExactly(new Evidence("*schiff", "title", 4, 19, 1, 3.0));
        assertThat(tagger.tag(Prepared.of("A bulk carrier, a relationship", "", "en"))
                        .get(0)
                        .evidence())
                .extracting(Evidence::weight)
                .containsExactly(4.0, -3.0);
    }

    @Test
    void repetitionAddsLessAndLess() {
        String line = "The goalkeeper spoke. ";
        double once = tag("", line).get(0).confidence();
        double often = tag("", line.repeat(3)).get(0).confidence();
        assertThat(often).isGreaterThanOrEqualTo(once).isLessThan(1);
    }

    @Test
    void whereLittleIsSaidTheMoreFrequentTopicComesFirst() throws IOException {
        TopicTagger tagger =
                with("extend medtop:11000000\nlanguage en\n3 zorber\nextend medtop:17000000\nlanguage en\n3 glimby\n");

        assertThat(tagger.tag(Prepared.of("", "A glimby and a zorber.", "en")))
                .extracting(MediaTopic::code)
                .containsExactly("medtop:11000000", "medtop:17000000");
        assertThat(tagger.tag(Prepared.of("", "A glimby, a glimby, the glimby and a zorber. A glimby!", "en")))
                .first()
                .extracting(MediaTopic::code)
                .isEqualTo("medtop:17000000");
    }

    @Test
    void aTopicThatIsFrequentNeedsATermAllTheSame() {
        assertThat(tag("The goalkeeper", ""))
                .extracting(MediaTopic::code)
                .contains("medtop:15000000")
                .doesNotContain("medtop:11000000");
    }

    @Test
    void aLongTextHasFewerTopicsBesideTheFirst() {
        String matter = "The goalkeeper saved a penalty. A hospital is near. ";
        String more = "The goalkeeper saved a penalty, and the midfielder struck. ";

        assertThat(tag("", matter)).extracting(MediaTopic::code).contains("medtop:15000000", "medtop:07000000");
        assertThat(tag("", matter + more.repeat(60)))
                .extracting(MediaTopic::code)
                .contains("medtop:15000000")
                .doesNotContain("medtop:07000000");
    }

    @Test
    void theHeadStartsAreOfTheTopLevelAndTheirSharesAddUp() {
        List<String> top = TopicBook.shipped().topics().stream()
                .filter(topic -> topic.parent() == null)
                .map(TopicBook.Topic::code)
                .toList();

        assertThat(ResourceLines.of(HeadStart.class, "shares.tsv"))
                .extracting(line -> line.split("\t", -1)[0])
                .containsExactlyElementsOf(top);
        assertThat(ResourceLines.of(HeadStart.class, "shares.tsv").stream()
                        .mapToDouble(line -> Double.parseDouble(line.split("\t", -1)[1]))
                        .sum())
                .isCloseTo(1, within(0.01));
        assertThat(HeadStart.of("user:shipping")).isZero();
        assertThat(HeadStart.added(1, -3)).isEqualTo(0.1, within(1e-9));
        assertThat(HeadStart.added(0, 3)).isZero();
    }

    @Test
    void saysNothingWhereNothingMatchesOrTheLanguageHasNoTerms() {
        assertThat(tag("", "")).isEmpty();
        assertThat(tag("Qwrt zxcv", "Plmk njbh.")).isEmpty();
        assertThat(SHIPPED.supports("ja")).isFalse();
        assertThat(SHIPPED.tag(Prepared.of("war", "", "ja"))).isEmpty();
    }

    @Test
    void givesNoMoreThanTenTopicsAndEightTermsEach() {
        StringBuilder all = new StringBuilder();
        TopicBook.shipped().topics().forEach(topic -> topic.terms().get("en").keySet().stream()
                .limit(12)
                .forEach(term -> all.append(TermForm.plain(term)).append(". ")));
        List<MediaTopic> topics = tag("", all.toString());

        assertThat(topics).hasSizeBetween(1, TopicTagger.MAX_TOPICS);
        assertThat(topics).allSatisfy(topic -> {
            assertThat(topic.evidence()).hasSizeBetween(1, 8);
            assertThat(topic.confidence()).isBetween(0.0, 1.0);
        });
    }
}
