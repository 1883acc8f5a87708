package dev.dateline.ingest.read.feed;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** The languages that feeds claim. */
final class Language {
    private static final int MAX_LENGTH = 35; // RFC 5646 section 4.4.1

    private Language() {}

    /** The claim as a BCP 47 tag; null when it is not one: a claim that can't be read is no claim. */
    static String tag(String claim) {
        if (claim == null || claim.length() > MAX_LENGTH) {
            return null;
        }
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(claim.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return tag.equals("und") ? null : tag;
        } catch (IllformedLocaleException e) {
            return null;
        }
    }
}
