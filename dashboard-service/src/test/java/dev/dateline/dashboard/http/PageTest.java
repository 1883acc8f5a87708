package dev.dateline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the page's policy forbids would silently not work in a browser: so it must not be there. */
class PageTest {
    private final String html = resource("index.html");
    private final String script = resource("dashboard.js");
    private final String styles = resource("dashboard.css");
    private final Document page = Jsoup.parse(html);

    private static String resource(String name) {
        try (InputStream file = PageTest.class.getResourceAsStream("/dashboard/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void thePolicyAllowsNothingInline() {
        assertThat(Asset.POLICY).startsWith("default-src 'self';").doesNotContain("unsafe");
    }

    @Test
    void thePageHasNoInlineScriptOrStyle() {
        assertThat(page.select("style, [style], iframe, object, embed, base")).isEmpty();
        assertThat(page.select("script")).isNotEmpty().allSatisfy(element -> {
            assertThat(element.attr("src")).startsWith("/assets/");
            assertThat(element.data()).isBlank();
        });
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            assertThat(element.attributes())
                    .noneMatch(attribute -> attribute.getValue().startsWith("javascript:"));
        }
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(page.select("[src]").eachAttr("src")).allMatch(address -> address.startsWith("/assets/"));
        assertThat(page.select("link[href]").eachAttr("href")).allMatch(address -> address.startsWith("/assets/"));
        assertThat(page.select("a[href]").eachAttr("href")).allMatch(address -> address.matches("[/#].*"));
        assertThat(styles).doesNotContain("url(").doesNotContain("@import");
        // What remains are names of XML namespaces, which nobody asks for.
        assertThat(script.replaceAll("http://www\\.w3\\.org/\\d{4}/(svg|xhtml|xlink|MathML|1998)?", ""))
                .doesNotContainPattern("(fetch|EventSource|import)\\([\"'`]https?:");
    }

    /** The bundle holds a library that can; our own sources must not. Of styles they set custom properties only, lengths of bars. */
    @Test
    void noSourceMakesMarkupOfText() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("web", "src"))) {
            List<Path> sources =
                    files.filter(path -> path.toString().matches(".*\\.tsx?")).toList();
            assertThat(sources).hasSizeGreaterThan(10).allSatisfy(path -> assertThat(Files.readString(path))
                    .doesNotContainPattern(
                            "InnerHTML|(inner|outer)HTML|insertAdjacentHTML|document\\.write|DOMParser|srcdoc")
                    .doesNotContainPattern(
                            "\\beval\\(|new Function|createContextualFragment|\\.cssText|style=(?!\\{\\{ \"--)"));
        }
    }
}
