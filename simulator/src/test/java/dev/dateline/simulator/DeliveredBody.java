package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads an article's own paragraphs back out of the bytes that were delivered, without using the code that made them. */
final class DeliveredBody {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern TIME_LINE =
            Pattern.compile("[A-Z][a-z]+day \\d\\d [A-Z][a-z]+ \\d{4} \\d\\d:\\d\\d GMT");
    private static final Pattern AROUND = Pattern.compile(
            "(Join |Sign up to |Subscribe to |Share this |Follow us |Already a |Comments are |Related Video - "
                    + "|Read more: |Additional reporting by |Reporting by |Source: ).{0,120}");

    private DeliveredBody() {}

    static Map<String, Object> json(Delivery delivery) {
        try {
            return Json.STRICT.readValue(delivery.body(), new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> words(Delivery delivery) {
        return paragraphs(delivery).stream()
                .filter(paragraph -> !AROUND.matcher(paragraph).matches())
                .flatMap(paragraph -> WORD.matcher(paragraph.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group))
                .toList();
    }

    private static List<String> paragraphs(Delivery delivery) {
        if (delivery.channel() == Channel.HTTP_TEXT) {
            List<String> lines =
                    new String(delivery.body(), StandardCharsets.UTF_8).lines().toList();
            int time = 0;
            while (!TIME_LINE.matcher(lines.get(time)).matches()) {
                time++;
            }
            return lines.subList(time + 1, lines.size());
        }
        Map<String, Object> fields = json(delivery);
        Object html = fields.get("body_html");
        String text = html == null ? fields.get("body_text").toString() : withoutMarkup(html.toString());
        return Arrays.asList(text.split("\n+", -1));
    }

    private static String withoutMarkup(String html) {
        return html.replaceAll("<[^<>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&ldquo;", "“")
                .replace("&rdquo;", "”")
                .replace("&amp;", "&");
    }

    static Set<String> shingles(List<String> words) {
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + 5 <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + 5)));
        }
        return shingles;
    }

    static double containment(Set<String> one, Set<String> other) {
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        assertThat(Math.min(one.size(), other.size())).isPositive();
        return (double) shared.size() / Math.min(one.size(), other.size());
    }

    static double jaccard(Set<String> one, Set<String> other) {
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        return (double) shared.size() / (one.size() + other.size() - shared.size());
    }
}
