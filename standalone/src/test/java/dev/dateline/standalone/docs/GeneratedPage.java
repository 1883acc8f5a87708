package dev.dateline.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page below {@code docs/} that is made from the code. {@code -Dupdate.docs} writes it, otherwise it is compared. */
record GeneratedPage(String name) {
    static final String MARK = "<!-- Made from the code by %s. To make it anew: mvn test -pl standalone -am "
            + "-Dtest=%1$s -Dupdate.docs -Dsurefire.failIfNoSpecifiedTests=false -->\n\n";

    /** The file, whether the tests run from the project's root or from the module. */
    Path path() {
        Path root = Files.exists(Path.of("standalone/pom.xml")) ? Path.of("") : Path.of("..");
        return root.resolve("docs").resolve(name);
    }

    void check(Class<?> maker, String content) throws IOException {
        String page = MARK.formatted(maker.getSimpleName()) + content;
        if (System.getProperty("update.docs") != null) {
            Files.writeString(path(), page);
        }
        assertThat(path())
                .as("docs/%s does not say what the code says; its first line tells how to make it anew", name)
                .hasContent(page);
    }

    /** Text in a cell of a table. */
    static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").strip();
    }

    static String code(String text) {
        return text.isEmpty() ? "" : "`" + cell(text) + "`";
    }
}
