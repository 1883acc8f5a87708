package dev.dateline.enrich.tag.keywords;

import dev.dateline.enrich.tag.text.ResourceLines;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much a word says about the subject of a text: its inverse document frequency (Spärck Jones 1972) in running text of every kind,
 * from 0 for a word of all texts to 1 for one that fewer than a tenth of them have.
 *
 * <p>Rarer words do not count more: beyond a tenth, rarity does not help to choose (docs/decisions/009-keywords-without-stream-counts.md).
 */
final class Background {
    private static final Background NONE = new Background(Map.of());
    private static final Set<String> LANGUAGES = Set.of("en");
    private static final Map<String, Background> TABLES = tables();
    private static final double RARE = 0.1;

    private final Map<String, Double> specificities;

    private Background(Map<String, Double> specificities) {
        this.specificities = specificities;
    }

    /** The table of a language; without one, every word says as much as another. */
    static Background of(String language) {
        return TABLES.getOrDefault(language, NONE);
    }

    double specificity(String stem) {
        return specificities.getOrDefault(stem, 1.0);
    }

    private static Map<String, Background> tables() {
        Map<String, Background> tables = new HashMap<>();
        LANGUAGES.forEach(language -> tables.put(language, load("background-" + language + ".txt")));
        return Map.copyOf(tables);
    }

    private static Background load(String name) {
        Map<String, Double> specificities = new HashMap<>();
        for (String line : ResourceLines.of(Background.class, name)) {
            int colon = line.indexOf(": ");
            double share = Integer.parseInt(line.substring(0, colon)) / 100.0;
            double specificity = Math.min(1, Math.log(share) / Math.log(RARE));
            for (String stem : line.substring(colon + 2).split(" ", -1)) {
                specificities.put(stem, specificity);
            }
        }
        return new Background(Map.copyOf(specificities));
    }
}
