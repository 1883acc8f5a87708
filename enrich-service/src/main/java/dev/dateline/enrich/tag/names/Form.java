package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.EntityType;
import dev.dateline.enrich.tag.places.KnownPlace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One way in which an article writes a name, with everything that speaks for its type, and the fuller form it stands for. Forms of one
 * entity are a tree, as in union-find with path halving (Tarjan and van Leeuwen 1984).
 */
final class Form {
    /**
     * Whose institution something is: Iraqi Army, UN Security Council.
     *
     * @param words how many words of the name say so
     * @param country ISO 3166-1 alpha-2, or null
     */
    record Owner(int words, String country) {}

    private final String key;
    private final String[] words;
    private boolean acronym;
    private int capitals;
    private final KnownNames.Name known;
    private final KnownPlace place;
    private final Owner owner;
    private final Map<EntityType, Double> votes = new EnumMap<>(EntityType.class);
    private final List<Occurrence> occurrences = new ArrayList<>();
    private boolean titled;
    private Form parent = this;

    /**
     * A form without occurrences.
     *
     * @param key its words as {@link NameWords#key} has them
     * @param acronym whether it is a single word in capitals, which small letters would make another word
     * @param known the well-known name that it stands for, or null
     * @param place what the gazetteer has under the whole of it, or null
     * @param owner the country or union that a longer name begins with, or null
     */
    Form(String key, boolean acronym, KnownNames.Name known, KnownPlace place, Owner owner) {
        this.key = key;
        this.words = key.split(" ", -1);
        this.acronym = acronym;
        this.known = known;
        this.place = place;
        this.owner = owner;
    }

    String key() {
        return key;
    }

    String[] words() {
        return words;
    }

    int size() {
        return words.length;
    }

    String firstWord() {
        return words[0];
    }

    String lastWord() {
        return words[words.length - 1];
    }

    boolean isAcronym() {
        return acronym;
    }

    /** Notes how it is spelled where it certainly is a name. */
    void spell(NameWords text, int first) {
        acronym &= text.tokens().isAllCapitals(first);
        int here = capitals(text, first);
        capitals = capitals == 0 ? here : Math.min(capitals, here);
    }

    /** Whether words that it could be have capitals as a name has. */
    boolean isSpelled(NameWords text, int first) {
        return acronym ? text.tokens().isAllCapitals(first) : capitals(text, first) >= Math.max(1, capitals);
    }

    private int capitals(NameWords text, int first) {
        int count = 0;
        for (int i = first; i < first + words.length; i++) {
            count += text.tokens().isCapital(i) ? 1 : 0;
        }
        return count;
    }

    /** Notes that an office or honorific stands before it, as before a person's name. */
    void entitle() {
        titled = true;
    }

    boolean isTitled() {
        return titled;
    }

    KnownNames.Name known() {
        return known;
    }

    KnownPlace place() {
        return place;
    }

    Owner owner() {
        return owner;
    }

    boolean isDemonym() {
        return place != null && place.kind() == KnownPlace.Kind.DEMONYM;
    }

    List<Occurrence> occurrences() {
        return occurrences;
    }

    void add(Occurrence occurrence) {
        occurrences.add(occurrence);
    }

    void vote(EntityType type, double weight) {
        root().votes.merge(type, weight, Double::sum);
    }

    /** What speaks for a type, of this and all forms joined with it. */
    double votes(EntityType type) {
        return root().votes.getOrDefault(type, 0.0);
    }

    double allVotes() {
        double sum = 0;
        for (double vote : root().votes.values()) {
            sum += vote;
        }
        return sum;
    }

    /** What most speaks for; MISC without evidence. */
    EntityType type() {
        if (isDemonym() && votes(EntityType.PER) <= votes(EntityType.MISC)) {
            return EntityType.MISC;
        }
        EntityType best = EntityType.MISC;
        double most = votes(best);
        for (Map.Entry<EntityType, Double> vote : root().votes.entrySet()) {
            if (vote.getValue() > most) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        return best;
    }

    /** The form that stands for the entity. */
    Form root() {
        Form at = this;
        while (at.parent != at) {
            at.parent = at.parent.parent;
            at = at.parent;
        }
        return at;
    }

    /** Makes this form, and all joined with it, stand for the same entity as a fuller one. */
    void join(Form fuller) {
        Form from = root();
        Form to = fuller.root();
        if (from != to) {
            from.votes.forEach((type, weight) -> to.votes.merge(type, weight, Double::sum));
            from.parent = to;
        }
    }
}
