package dev.dateline.enrich.tag.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicBookTest {
    private static final String WAR = "medtop:16000000";

    @TempDir
    private Path folder;

    private TopicBook with(String content) throws IOException {
        Files.writeString(folder.resolve("my.txt"), content);
        return TopicBook.withFolder(folder);
    }

    private static Map<String, TopicBook.Topic> byCode(TopicBook book) {
        return book.topics().stream().collect(Collectors.toMap(TopicBook.Topic::code, Function.identity()));
    }

    @Test
    void shipsAllMediaTopicsOfTwoLevelsWithEnglishTerms() {
        Map<String, TopicBook.Topic> topics = byCode(TopicBook.shipped());

        assertThat(topics.values().stream().filter(topic -> topic.parent() == null))
                .hasSize(17);
        assertThat(topics.values().stream().filter(topic -> topic.parent() != null))
                .hasSize(121);
        assertThat(topics.values()).allSatisfy(topic -> {
            assertThat(topic.terms().get("en")).as(topic.name()).isNotEmpty();
            assertThat(topic.parent()).satisfiesAnyOf(p -> assertThat(p).isNull(), p -> assertThat(topics)
                    .containsKey(p));
        });
        assertThat(TopicBook.shipped().languages()).containsExactly("de", "en", "es", "fr");
    }

    @Test
    void addsTopicsOfAFolder() throws IOException {
        TopicBook book = with("topic user:shipping shipping\nlanguage it\n3 nave\n");

        assertThat(byCode(book).get("user:shipping").name()).isEqualTo("shipping");
        assertThat(book.languages()).contains("it", "en");
        assertThat(book.version())
                .startsWith(TopicBook.SHIPPED_VERSION + "+user-")
                .isNotEqualTo(with("topic user:shipping shipping\nlanguage it\n4 nave\n")
                        .version());
    }

    @Test
    void extendsATopicOrReplacesItsTerms() throws IOException {
        Map<String, Double> shipped =
                byCode(TopicBook.shipped()).get(WAR).terms().get("en");

        TopicBook.Topic extended = byCode(with("extend " + WAR + "\nlanguage en\n5 trireme\n1 army\n"))
                .get(WAR);
        assertThat(extended.terms().get("en"))
                .hasSize(shipped.size() + 1)
                .containsEntry("trireme", 5.0)
                .containsEntry("army", 1.0);

        TopicBook.Topic replaced =
                byCode(with("replace " + WAR + "\nlanguage en\n5 trireme\n")).get(WAR);
        assertThat(replaced.terms()).isEqualTo(Map.of("en", Map.of("trireme", 5.0)));
        assertThat(replaced.name()).isEqualTo("conflict, war and peace");
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        assertThatThrownBy(() -> with("topic " + WAR + " war\n"))
                .hasMessageContaining(
                        "my.txt:1 medtop:16000000 is there already (conflict, war and peace): write \"extend");
        assertThatThrownBy(() -> with("extend medtop:16000001\n"))
                .hasMessageContaining("my.txt:1 there is no topic medtop:16000001: did you mean medtop:16000000?");
        assertThatThrownBy(() -> TopicBook.withFolder(folder.resolve("nowhere")))
                .hasMessageContaining("nowhere is not there: name a folder");
        assertThatThrownBy(() -> TopicBook.withFolder(Files.createDirectory(folder.resolve("empty"))))
                .hasMessageContaining("holds 0 files *.txt");
    }

    @Test
    void refusesAFileOfAnotherEncoding() throws IOException {
        Files.write(folder.resolve("latin.txt"), "topic user:a b\n# é".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> TopicBook.withFolder(folder)).hasMessageContaining("latin.txt is not UTF-8");
    }
}
