package dev.dateline.standalone.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderIsItsKnownFilesInOrder() throws IOException {
        write("b.txt", "two");
        write("a/deep/x.ndjson", "{}");
        write("photo.jpg", "");
        write(".hidden.txt", "");
        write(".git/config", "");

        Inputs inputs = Inputs.of(List.of(folder.toString()));

        assertThat(inputs.all())
                .extracting(Input::name)
                .containsExactly(
                        folder.resolve("a/deep/x.ndjson").toString(),
                        folder.resolve("b.txt").toString());
        assertThat(inputs.skipped()).isEqualTo(3);
        assertThat(inputs.bytes()).isEqualTo(5);
    }

    @Test
    void eachArgumentStandsForWhatItSays() throws IOException {
        write("photo.jpg", "");
        String photo = folder.resolve("photo.jpg").toString();

        List<Input> inputs = Inputs.of(List.of("-", "HTTPS://example.com/a", "missing.txt", photo, "http://a b"))
                .all();

        assertThat(inputs.get(0)).isEqualTo(new Input.InStream("stdin"));
        assertThat(inputs.get(1))
                .isEqualTo(new Input.OnWeb("HTTPS://example.com/a", URI.create("HTTPS://example.com/a")));
        assertThat(inputs.get(2)).isEqualTo(new Input.Nothing("missing.txt", "does not exist"));
        assertThat(inputs.get(3)).isInstanceOfSatisfying(Input.Nothing.class, nothing -> assertThat(nothing.why())
                .contains(".ndjson"));
        assertThat(inputs.get(4)).isInstanceOf(Input.Nothing.class);
    }

    @Test
    void streamsAndPagesHaveNoKnownSize() {
        assertThat(Inputs.of(List.of("-")).bytes()).isNegative();
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
