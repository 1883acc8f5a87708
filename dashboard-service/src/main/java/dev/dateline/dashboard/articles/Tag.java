package dev.dateline.dashboard.articles;

/**
 * A topic, an entity or a place, as it is counted.
 *
 * @param key a topic's code, a place's id, or an entity's type and name joined by a colon, for example {@code ORG:Harbour Board}
 * @param name as it is shown
 */
record Tag(String key, String name) {
    /** Whether a user's word means this: the key as it is, or the name in any case. */
    boolean isMeantBy(String word) {
        return key.equals(word) || name.equalsIgnoreCase(word);
    }
}
