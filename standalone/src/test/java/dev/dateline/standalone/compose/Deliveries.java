package dev.dateline.standalone.compose;

import dev.dateline.common.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is pushed, in order: small articles of a few sources; some come again under another id with the same words (copies), some come
 * again as they are (resends), each long after the first.
 */
final class Deliveries {
    static final int ORIGINALS = 420;
    static final int COPIES = 84;
    static final int RESENDS = 42;

    private static final int COPY_EVERY = ORIGINALS / COPIES;
    private static final int RESEND_EVERY = ORIGINALS / RESENDS;
    private static final int LATER = 60;
    private static final int BOATS = 120;
    private static final List<String> SOURCES =
            List.of("harbour-post", "valley-times", "north-wire", "island-news", "old-town-gazette");
    private static final List<String> TOWNS = List.of("Leven", "Marrow", "Ostby", "Quill", "Tarn", "Weldon", "Yarrow");

    private Deliveries() {}

    /** Lines of NDJSON. */
    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < ORIGINALS + LATER; number++) {
            if (number < ORIGINALS) {
                lines.add(article(number, SOURCES.get(number % SOURCES.size()), "original-" + number, "08"));
            }
            int earlier = number - LATER;
            if (earlier >= 0 && earlier % COPY_EVERY == 0) {
                lines.add(article(earlier, SOURCES.get((earlier + 1) % SOURCES.size()), "copy-" + earlier, "09"));
            }
            if (earlier >= 0 && earlier % RESEND_EVERY == 1) {
                lines.add(article(earlier, SOURCES.get(earlier % SOURCES.size()), "original-" + earlier, "08"));
            }
        }
        return lines;
    }

    private static String article(int number, String source, String id, String hour) {
        String town = TOWNS.get(number % TOWNS.size());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("source_id", source);
        fields.put("provider_id", id);
        fields.put("title", "%s counts its boats for the %dth time".formatted(town, number));
        fields.put("published_at", "2026-03-06T%s:%02d:00Z".formatted(hour, number % 60));
        fields.put(
                "body_text",
                """
                The harbour of %s holds %d boats this spring, its keeper said on Friday, which is %d more than when the old pier was closed.

                The boats that lie there are called %s.
                """
                        .formatted(town, number + 100, number + 3, boats(number)));
        return new String(Json.bytes(fields), StandardCharsets.UTF_8);
    }

    /** Names that no other article has: it is no copy of it, however alike they begin. */
    private static String boats(int number) {
        return IntStream.range(0, BOATS)
                .mapToObj(boat -> "Boat" + Integer.toString((number + 1) * BOATS + boat, Character.MAX_RADIX))
                .collect(Collectors.joining(" "));
    }
}
