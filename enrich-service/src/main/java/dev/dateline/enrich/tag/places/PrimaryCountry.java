package dev.dateline.enrich.tag.places;

import java.util.Map;

/** The country that an article is about: the most mentioned one. */
public final class PrimaryCountry {
    private PrimaryCountry() {}

    /**
     * Null when no country is mentioned.
     *
     * @param mentions per country, in the order of the text, which breaks ties
     * @param dateline country where the report was filed, which breaks ties first; may be null
     */
    public static String of(Map<String, Integer> mentions, String dateline) {
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> country : mentions.entrySet()) {
            int count = country.getValue();
            if (count > most || (count == most && country.getKey().equals(dateline))) {
                best = country.getKey();
                most = count;
            }
        }
        return best;
    }
}
