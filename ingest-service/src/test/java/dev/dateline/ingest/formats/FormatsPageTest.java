package dev.dateline.ingest.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.read.FormatReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/formats.md has a section per reader with its media types and an example, and its examples are the samples that are tested. */
class FormatsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "formats.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: (\\S+) -->\n```[a-z]+\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void everyReaderHasASectionWithItsMediaTypesAndAnExample() throws IOException {
        String page = Files.readString(PAGE);
        for (FormatReader reader : Formats.all().readers()) {
            int start = page.indexOf("\n## `" + reader.name() + "`");
            assertThat(start).as("the section of %s", reader.name()).isPositive();
            int end = page.indexOf("\n## ", start + 1);
            String section = page.substring(start, end < 0 ? page.length() : end);
            assertThat(section).contains("<!-- example: " + reader.name() + "/", "| field | from |");
            assertThat(reader.mediaTypes())
                    .allSatisfy(type -> assertThat(section).contains("`" + type + "`"));
        }
    }

    @Test
    void examplesAreTheTestedSamples() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        List<String> files = new ArrayList<>();
        while (example.find()) {
            files.add(example.group(1));
            Path sample = Samples.FOLDER.resolve(example.group(1));
            assertThat(example.group(2))
                    .as("the example %s", example.group(1))
                    .isEqualTo(new String(Samples.bytes(sample), StandardCharsets.UTF_8).stripTrailing());
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(Formats.all().readers().size());
    }
}
