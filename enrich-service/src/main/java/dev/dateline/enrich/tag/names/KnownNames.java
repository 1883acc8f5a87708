package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.EntityType;
import dev.dateline.enrich.tag.text.ResourceLines;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.HashMap;
import java.util.Map;

/** Names that news write in several ways, none of which tells the others: {@code known.tsv}. Immutable. */
final class KnownNames {
    static final String VERSION = "dateline-known-names-1";

    private static final int COLUMNS = 4;
    /** Marks a way of writing that is a name only where the tagger says so. */
    private static final char DOUBTFUL = '?';

    /**
     * Someone or something well known.
     *
     * @param name as readers know it
     * @param country ISO 3166-1 alpha-2 of the country that it is or belongs to; null where it is of none
     */
    record Name(EntityType type, String name, String country) {}

    /** A way to write it. */
    private record Way(Name name, boolean capitals, boolean doubtful) {}

    private final Map<String, Way> ways = new HashMap<>();
    /** First words with the most words of a name that starts so. */
    private final Map<String, Integer> longest = new HashMap<>();

    static KnownNames load() {
        KnownNames names = new KnownNames();
        for (String line : ResourceLines.of(KnownNames.class, "known.tsv")) {
            String[] cells = line.split("\t", COLUMNS);
            Name name = new Name(EntityType.valueOf(cells[0]), cells[2], cells[1].isEmpty() ? null : cells[1]);
            names.add(name, cells[2]);
            if (cells.length == COLUMNS) {
                for (String way : cells[3].split(",", -1)) {
                    names.add(name, way);
                }
            }
        }
        return names;
    }

    private void add(Name name, String spelled) {
        boolean doubtful = spelled.charAt(0) == DOUBTFUL;
        Tokens tokens = Tokens.of(doubtful ? spelled.substring(1) : spelled);
        NameWords words = new NameWords(tokens, false, tokens.size());
        boolean capitals = tokens.size() == 1 && tokens.isAllCapitals(0);
        ways.put(words.key(0, tokens.size() - 1), new Way(name, capitals, doubtful));
        longest.merge(words.word(0), tokens.size(), Math::max);
    }

    /** The name that these words stand for as a whole, or null. */
    Name of(NameWords words, int first, int last) {
        Way way = ways.get(words.key(first, last));
        return way != null && isSpelled(way, words.tokens(), first) ? way.name() : null;
    }

    /** How many words from here on are a known name beyond doubt; 0 when none are. */
    int match(NameWords words, int from) {
        Integer most = longest.get(words.word(from));
        if (most == null) {
            return 0;
        }
        for (int length = words.reach(from, most); length > 0; length--) {
            Way way = ways.get(words.key(from, from + length - 1));
            if (way != null && !way.doubtful() && isSpelled(way, words.tokens(), from)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isSpelled(Way way, Tokens tokens, int first) {
        return way.capitals() ? tokens.isAllCapitals(first) : tokens.isCapital(first);
    }
}
