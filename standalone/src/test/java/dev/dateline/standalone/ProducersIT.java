package dev.dateline.standalone;

import static dev.dateline.testkit.ScriptedServer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.testkit.ScriptedServer;
import dev.dateline.testkit.ScriptedServer.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the blocks of docs/producers.md as they stand there: each against a node, those that try again against a busy ingest as well. */
class ProducersIT {
    private static final Path PAGE = Path.of("..", "docs", "producers.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (.*?)$(.*?)(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("```(bash|python|java|javascript)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ARTICLE_ID = Pattern.compile("article_?[iI]d\"?[:=] ?\"?([a-z0-9]{26})");
    private static final Pattern JAVA_CLASS = Pattern.compile("public class (\\w+)");

    @TempDir
    private static Path folder;

    private static NodeProcess node;

    private record Block(String section, String language, String code) {
        @Override
        public String toString() {
            return section + ", " + language;
        }
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        node = new NodeProcess(folder);
        node.start();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @MethodSource
    void oneArticle(Block block) throws Exception {
        String output = run(block, node.url());

        assertThat(articleIds(output)).hasSize(1);
        assertThat(output).contains("news.raw.v1");
    }

    static Stream<Block> oneArticle() throws IOException {
        return blocks("One article");
    }

    @ParameterizedTest
    @MethodSource
    void manyArticles(Block block) throws Exception {
        assertThat(run(block, node.url())).containsPattern("2 accepted, 1 rejected|\"accepted\":2,\"rejected\":1");
        try (ScriptedServer busy = ScriptedServer.accepting()) {
            busy.then(asked -> new Answer(503, Map.of("Retry-After", "1"), problem(503, "kafka-unavailable")));

            run(block, busy.url());

            assertThat(busy.asked()).hasSize(2);
            assertThat(busy.asked().get(1).lines()).hasSize(3);
        }
    }

    static Stream<Block> manyArticles() throws IOException {
        return blocks("Many articles");
    }

    @ParameterizedTest
    @MethodSource
    void theSameArticleAgain(Block block) throws Exception {
        List<String> ids = articleIds(run(block, node.url()));

        assertThat(ids).hasSize(2);
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    static Stream<Block> theSameArticleAgain() throws IOException {
        return blocks("The same article again");
    }

    /** The section's blocks: one in each of the four languages. */
    private static Stream<Block> blocks(String section) throws IOException {
        String body = SECTION.matcher(Files.readString(PAGE))
                .results()
                .filter(found -> found.group(1).equals(section))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow();
        List<Block> blocks = BLOCK.matcher(body)
                .results()
                .map(found -> new Block(section, found.group(1), found.group(2)))
                .toList();
        assertThat(blocks).extracting(Block::language).containsExactly("bash", "python", "java", "javascript");
        return blocks.stream();
    }

    private static List<String> articleIds(String output) {
        return ARTICLE_ID.matcher(output).results().map(found -> found.group(1)).toList();
    }

    private static String run(Block block, URI url) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(folder, block.language());
        ProcessBuilder command = new ProcessBuilder(command(block, directory))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        command.environment().put("DATELINE_URL", url.toString());
        Process process = command.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("%s%n%s", block.code(), output).isZero();
        return output;
    }

    private static List<String> command(Block block, Path directory) throws IOException {
        return switch (block.language()) {
            case "bash" -> List.of("bash", "-euo", "pipefail", "-c", block.code());
            case "python" -> List.of("python3", written(directory, "example.py", block));
            case "javascript" -> List.of("node", written(directory, "example.mjs", block));
            default ->
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        written(directory, className(block) + ".java", block));
        };
    }

    private static String className(Block block) {
        return JAVA_CLASS
                .matcher(block.code())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String written(Path directory, String name, Block block) throws IOException {
        Files.writeString(directory.resolve(name), block.code());
        return name;
    }
}
