package dev.dateline.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.dateline.common.wire.Json;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The specs in {@code src/test/browser}: node runs them, and they drive Chromium. */
final class Specs {
    private static final Duration DONE_WITHIN = Duration.ofMinutes(4);
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser");
    private static final Path MODULE = Files.exists(Path.of("src/test/browser")) ? Path.of("") : Path.of("standalone");

    private final Path folder = MODULE.resolve("src/test/browser").toAbsolutePath();
    private final Path output = MODULE.resolve("target").toAbsolutePath();
    private final Path browser;

    private Specs(Path browser) {
        this.browser = browser;
    }

    /** Where screenshots are kept. */
    Path screenshots() {
        return output.resolve("screenshots");
    }

    /** Ends the test as skipped, with a line that says so, when something is missing here; where {@code CI} is true, it fails. */
    static Specs orSkip(Class<?> test) throws IOException, InterruptedException {
        Optional<Path> browser =
                BROWSERS.stream().flatMap(name -> find(name).stream()).findFirst();
        if (browser.isEmpty()) {
            return without(test, "chromium is not installed here (Debian's package chromium has it)");
        }
        if (find("node").isEmpty() || find("npm").isEmpty()) {
            return without(test, "node and npm are not installed here");
        }
        Specs specs = new Specs(browser.get());
        Optional<String> trouble = specs.install();
        return trouble.isPresent() ? without(test, "npm can't get the packages: " + trouble.get()) : specs;
    }

    private static Specs without(Class<?> test, String what) {
        String why = test.getSimpleName() + " skipped: " + what;
        assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
        System.out.println(why);
        return abort(why);
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Gets what the lock file names, unless it is there; what npm says when it can't. */
    private Optional<String> install() throws IOException, InterruptedException {
        Path installed = folder.resolve("node_modules/.package-lock.json");
        Path lock = folder.resolve("package-lock.json");
        if (Files.exists(installed)
                && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) >= 0) {
            return Optional.empty();
        }
        Ran ran = run(List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"), Map.of(), "npm");
        return ran.exit() == 0 ? Optional.empty() : Optional.of(ran.output());
    }

    /**
     * Runs one, and prints what it measured; its failures are the test's.
     *
     * @param dashboard the address of the pages
     * @param door where the spec asks for services to be killed and started
     * @param given what the spec may know, as JSON
     */
    void run(String spec, URI dashboard, URI door, Map<String, ?> given) throws IOException, InterruptedException {
        Files.createDirectories(screenshots());
        Ran ran = run(
                List.of("node", "--test", "--test-reporter=spec", spec + ".spec.mjs"),
                Map.of(
                        "DATELINE_BROWSER", browser.toString(),
                        "DATELINE_URL", dashboard.toString(),
                        "DATELINE_DOOR", door.toString(),
                        "DATELINE_SCREENSHOTS", screenshots().toString(),
                        "DATELINE_GIVEN", new String(Json.bytes(given), StandardCharsets.UTF_8)),
                spec);
        System.out.println(ran.output());
        if (ran.exit() != 0) {
            fail("src/test/browser/" + spec + ".spec.mjs:\n" + ran.output());
        }
    }

    private record Ran(int exit, String output) {}

    private Ran run(List<String> command, Map<String, String> environment, String name)
            throws IOException, InterruptedException {
        Path log = Files.createDirectories(output).resolve("browser-" + name + ".log");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(DONE_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                fail(name + " is not done after " + DONE_WITHIN.toMinutes() + " minutes:\n" + Files.readString(log));
            }
            return new Ran(process.exitValue(), Files.readString(log));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
