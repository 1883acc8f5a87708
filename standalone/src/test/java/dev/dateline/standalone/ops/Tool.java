package dev.dateline.standalone.ops;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program that may be installed here. */
final class Tool {
    private Tool() {}

    /** Where it is; ends the test as skipped, with a line that says so, when it is not there. */
    static Path orSkip(String program, Class<?> test) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> {
                    String why = test.getSimpleName() + " skipped: " + program
                            + " is not installed here (Debian's package prometheus has it)";
                    System.out.println(why);
                    return abort(why);
                });
    }
}
