package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.Mention;
import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.places.KnownPlace;
import dev.dateline.enrich.tag.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of one article: their mentions, what speaks for which type, and which short forms stand for which full name. */
final class NameBook {
    /** Names to keep; a text with more is no article. */
    private static final int MAX_NAMES = 2_000;

    /** The body's order, then the title's. */
    private static final Comparator<Mention> IN_TEXT = Comparator.<Mention, Boolean>comparing(
                    mention -> mention.field() != null)
            .thenComparingInt(Mention::start);

    static final int MAX_ENTITIES = 50;
    static final int MAX_MENTIONS = 50;

    /** One name. */
    private static final class Name {
        private final String key;
        private final String surface;
        private final int words;
        private final Map<EntityType, Integer> votes = new EnumMap<>(EntityType.class);
        private final List<Mention> mentions = new ArrayList<>();
        private int count;
        private int titleCount;
        private String country;
        private boolean speaks;

        Name(String key, String surface) {
            this.key = key;
            this.surface = surface;
            this.words = 1 + (int) key.chars().filter(c -> c == ' ').count();
        }

        EntityType type() {
            return votes.entrySet().stream()
                    .filter(vote -> vote.getKey() != EntityType.MISC)
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(EntityType.MISC);
        }

        boolean mayBePerson() {
            return country == null && (type() == EntityType.PER || type() == EntityType.MISC);
        }

        /** Mr Romney and Mitt Romney, but not Republicans and Bush Republicans. */
        boolean mayStandFor(Name full) {
            return full.words > words
                    && full.key.endsWith(" " + key)
                    && (speaks || full.speaks || type() == EntityType.PER || full.type() == EntityType.PER);
        }

        void mention(Mention mention) {
            count++;
            titleCount += mention.field() == null ? 0 : 1;
            if (mentions.size() < MAX_MENTIONS) {
                mentions.add(mention);
            }
        }

        void take(Name other) {
            speaks |= other.speaks;
            other.votes.forEach((type, votes) -> this.votes.merge(type, votes, Integer::sum));
            count += other.count;
            titleCount += other.titleCount;
            mentions.addAll(other.mentions);
            mentions.sort(IN_TEXT);
            if (mentions.size() > MAX_MENTIONS) {
                mentions.subList(MAX_MENTIONS, mentions.size()).clear();
            }
        }
    }

    /** By {@link Gazetteer#key}; short forms and demonyms point to the name they stand for. */
    private final Map<String, Name> names = new LinkedHashMap<>();

    /** Adds a mention of a name that stands for itself. */
    void add(EntityType type, String key, String country, Mention mention) {
        add(type, key, key, mention.surface(), country, mention);
    }

    /** Notes that the text has this name say something, as people do. */
    void markSpeaker(String key) {
        Name name = names.get(key);
        if (name != null) {
            name.speaks = true;
        }
    }

    /** Adds a mention of a place under its canonical name, whatever it is called here. */
    void add(KnownPlace place, String key, Mention mention) {
        add(EntityType.LOC, key, Folding.lower(place.name()), place.name(), place.country(), mention);
    }

    private void add(
            EntityType type, String key, String canonicalKey, String surface, String country, Mention mention) {
        Name name = names.get(key);
        if (name == null) {
            name = names.get(canonicalKey);
        }
        if (name == null) {
            if (names.size() >= MAX_NAMES) {
                return;
            }
            name = new Name(canonicalKey, surface);
            names.put(canonicalKey, name);
        }
        names.putIfAbsent(key, name);
        name.votes.merge(type, 1, Integer::sum);
        if (name.country == null) {
            name.country = country;
        }
        name.mention(mention);
    }

    /** Makes a short form, such as the acronym in parentheses after a name, stand for that name. */
    void alias(String shortKey, String fullKey, Mention mention) {
        Name full = names.get(fullKey);
        if (full != null) {
            Name before = names.put(shortKey, full);
            if (before != null && before != full) {
                full.take(before);
                names.replaceAll((key, name) -> name == before ? full : name);
            }
            full.mention(mention);
        }
    }

    boolean contains(String key) {
        return names.containsKey(key);
    }

    /** Adds another mention of a known name; false when it is not known. */
    boolean repeat(String key, Mention mention) {
        Name name = names.get(key);
        if (name != null) {
            name.mention(mention);
        }
        return name != null;
    }

    /**
     * Merges names that are the end of exactly one longer name, Soleimani into Qassem Soleimani, and from now on knows people by their
     * last word, where no two share it.
     */
    void mergeShortForms() {
        Map<String, List<Name>> byLastWord = new HashMap<>();
        for (Name name : names.values().stream().distinct().toList()) {
            if (name.words > 1 && name.mayBePerson()) {
                byLastWord
                        .computeIfAbsent(lastWord(name.key), key -> new ArrayList<>())
                        .add(name);
            }
        }
        List<Name> shortFirst = names.values().stream()
                .distinct()
                .filter(Name::mayBePerson)
                .sorted(Comparator.comparingInt(name -> name.words))
                .toList();
        Map<Name, Name> fullNames = new HashMap<>();
        for (Name name : shortFirst) {
            List<Name> longer = byLastWord.getOrDefault(lastWord(name.key), List.of()).stream()
                    .filter(name::mayStandFor)
                    .limit(2)
                    .toList();
            if (longer.size() == 1) {
                longer.get(0).take(name);
                longer.get(0).votes.merge(EntityType.PER, 1, Integer::sum);
                fullNames.put(name, longer.get(0));
            }
        }
        names.replaceAll((key, name) -> last(fullNames, name));
        byLastWord.forEach((word, full) -> {
            List<Name> people = full.stream()
                    .map(name -> last(fullNames, name))
                    .distinct()
                    .limit(2)
                    .toList();
            if (people.size() == 1 && people.get(0).type() == EntityType.PER) {
                names.putIfAbsent(word, people.get(0));
            }
        });
    }

    private static Name last(Map<Name, Name> fullNames, Name name) {
        Name at = name;
        while (fullNames.containsKey(at)) {
            at = fullNames.get(at);
        }
        return at;
    }

    private static String lastWord(String key) {
        return key.substring(key.lastIndexOf(' ') + 1);
    }

    /** The most mentioned names, ties in the order of the text. */
    List<Entity> entities() {
        List<Name> all = names.values().stream().distinct().toList();
        double total = all.stream().mapToInt(name -> name.count).sum();
        all.forEach(name -> name.mentions.sort(IN_TEXT));
        return all.stream()
                .sorted(Comparator.comparingInt((Name name) -> -name.count)
                        .thenComparing(name -> name.mentions.get(0), IN_TEXT))
                .limit(MAX_ENTITIES)
                .map(name -> new Entity(
                        name.type(),
                        name.surface,
                        List.copyOf(name.mentions),
                        Math.round(name.count / total * 1000) / 1000.0,
                        1,
                        null,
                        name.country))
                .toList();
    }

    /** Mentions per country in the order of the text, those in the title twice. */
    Map<String, Integer> countries() {
        Map<String, Integer> countries = new LinkedHashMap<>();
        names.values().stream()
                .distinct()
                .filter(name -> name.country != null)
                .forEach(name -> countries.merge(name.country, name.count + name.titleCount, Integer::sum));
        return countries;
    }
}
