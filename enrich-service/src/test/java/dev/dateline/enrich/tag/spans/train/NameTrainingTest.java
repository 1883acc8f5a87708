package dev.dateline.enrich.tag.spans.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.model.EntityType;
import dev.dateline.enrich.tag.spans.NameModel;
import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.spans.TrainedSpanTagger;
import dev.dateline.enrich.tag.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains on a made-up language of news: who goes to, lives in or works for. */
class NameTrainingTest {
    private static final List<String> PEOPLE = List.of("Anna", "Bela", "Chidi", "Dora", "Emeka", "Farid", "Goran");
    private static final List<String> TOWNS = List.of("Lagos", "Quito", "Hanoi", "Turin", "Minsk");

    @TempDir
    private Path folder;

    private Path labels;
    private Path lists;

    @BeforeEach
    void writeFiles() throws IOException {
        List<String> texts = new ArrayList<>();
        List<String> articles = new ArrayList<>();
        List<String> ours = new ArrayList<>();
        int number = 0;
        for (String person : PEOPLE) {
            for (String town : TOWNS) {
                String text = "Yesterday " + person + " went to " + town + " and came back.";
                int at = text.indexOf(town);
                texts.add("{\"id\":\"t" + number + "\",\"text\":\"" + text + "\",\"entities\":[{\"start\":10,\"end\":"
                        + (10 + person.length()) + ",\"type\":\"PER\"},{\"start\":" + at + ",\"end\":"
                        + (at + town.length()) + ",\"type\":\"LOC\"}]}");
                articles.add("{\"id\":\"a" + number + "\",\"title\":\"" + person + "\",\"body\":\"\ud83d\ude00 " + text
                        + "\"}");
                int end = 2 + text.length();
                ours.add("wire\ta" + number + "\tbody\t2\t" + end + "\t12-" + (12 + person.length()) + "-PER "
                        + (at + 2) + "-" + (at + 2 + town.length()) + "-LOC");
                number++;
            }
        }
        write(folder.resolve("texts.jsonl.gz"), texts);
        write(folder.resolve("articles.jsonl.gz"), articles);
        labels = write(folder.resolve("labels.tsv.gz"), ours);
        lists = write(
                folder.resolve("lists.tsv.gz"), List.of("# kind, name", "first\tAnna", "last\tMoyo", "town\tAccra"));
    }

    private static Path write(Path file, List<String> lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private byte[] train() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NameTraining(List.of(folder), labels, lists, line -> {}).train().write(out);
        return out.toByteArray();
    }

    @Test
    void learnsTheLanguageAndSoTwice() throws IOException {
        byte[] model = train();

        assertThat(train()).isEqualTo(model);
        Tokens tokens = Tokens.of("Yesterday Zainab went to Osaka and came back.");
        List<Span> spans = new TrainedSpanTagger(NameModel.read(new ByteArrayInputStream(model))).tag(tokens);
        assertThat(spans).extracting(Span::type).containsExactly(EntityType.PER, EntityType.LOC);
        assertThat(spans).extracting(Span::first).containsExactly(1, 4);
    }

    @Test
    void namesAnArticleThatIsMissing() throws IOException {
        write(labels, List.of("wire\tnowhere\tbody\t0\t5\t"));
        assertThatThrownBy(this::train).isInstanceOf(IOException.class).hasMessageContaining("nowhere");
    }

    @Test
    void somethingElseIsNoModel() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(out)) {
            packed.write(new byte[64]);
        }
        assertThatThrownBy(() -> NameModel.read(new ByteArrayInputStream(out.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no model of names");
    }
}
