package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.places.Toponym.Kind;
import java.util.List;

/** Which of the places of one name is meant in one article. Mutable, of one article. */
final class NameSense {
    /** From here on a sense is sure enough to speak for other names before any context is known. */
    private static final double OBVIOUS = 0.8;
    /** How fast a better score makes a sense more likely: e to this power for each power of ten. */
    private static final double SHARPNESS = 1.8;
    /** What the name of a country needs less: news speaks of countries. */
    private static final double COUNTRY = 2.0;

    private static final double PART = 0.3;
    private static final double CAPITAL = 0.7;
    private static final double SEAT = 0.2;
    private static final double SMALL = -0.7;
    /** A part that has this many powers of ten more people than the town it is called after is meant before the town. */
    private static final double PART_OUTGROWS_SEAT = 1.0;

    private static final double QUALIFIED_ELSEWHERE = 3;
    /** A score that nothing speaks for but a few people, and the one from which on nothing is doubtful. */
    private static final double WEAK = 2.0;

    private static final double STRONG = 5.5;
    /** Below about 30,000 people a name of one word is more often something else, whatever the country: Mars, Hope. */
    private static final double NOTED = 4.5;
    /** How much of the fit of the country counts for it. */
    private static final double COUNTRY_ALONE = 0.1;

    private static final double SMALL_TOWN = 1;

    private final List<Toponym> candidates;
    private final double[] scores;
    private double weight;
    private Toponym qualified;
    private int best;
    private double share;
    private double added;
    private double known;

    NameSense(List<Toponym> candidates) {
        this.candidates = candidates;
        this.scores = new double[candidates.size()];
    }

    void mention(double mentionWeight) {
        weight += mentionWeight;
    }

    double weight() {
        return weight;
    }

    /** Notes that the article says elsewhere, by a larger place right after the name, that it means this one. */
    void qualify(Toponym place) {
        qualified = place;
    }

    /** Adds what is obvious without any context. */
    void begin(Scene scene) {
        score(new Scene());
        if (share >= OBVIOUS) {
            added = weight * share;
            scene.add(candidates.get(best), added);
        }
    }

    /** Decides anew in the light of the scene, and makes the decision a part of it. */
    void decide(Scene scene) {
        if (added > 0) {
            scene.add(candidates.get(best), -added);
        }
        score(scene);
        added = weight * share;
        scene.add(candidates.get(best), added);
    }

    private void score(Scene scene) {
        best = 0;
        for (int i = 0; i < scores.length; i++) {
            Toponym place = candidates.get(i);
            scores[i] = prior(place, candidates)
                    + scene.fit(place)
                    + (qualified != null && qualified.id().equals(place.id()) ? QUALIFIED_ELSEWHERE : 0);
            best = scores[i] > scores[best] ? i : best;
        }
        double all = 0;
        for (double score : scores) {
            all += Math.exp(SHARPNESS * (score - scores[best]));
        }
        share = 1 / all;
        known = (scores[best] - doubt(scene) - WEAK) / (STRONG - WEAK);
    }

    /** What a score owes to the country alone when the name is a small town's. */
    private double doubt(Scene scene) {
        Toponym place = candidates.get(best);
        boolean small = place.kind() == Kind.TOWN
                && place.weight() < NOTED
                && place.name().indexOf(' ') < 0
                && !place.equals(qualified);
        return small ? scene.fitOfCountry(place) * (1 - COUNTRY_ALONE) + SMALL_TOWN : 0;
    }

    /** How likely news means the place when nothing is known of the article, in powers of ten of its population. */
    static double prior(Toponym place, List<Toponym> candidates) {
        return place.weight()
                + switch (place.kind()) {
                    case COUNTRY -> COUNTRY;
                    case ADMIN1 -> isOutgrown(place, candidates) ? SMALL - CAPITAL : PART;
                    case CAPITAL -> CAPITAL;
                    case SEAT -> SEAT;
                    case COUNTY, SECTION -> SMALL;
                    case TOWN, FEATURE -> 0;
                };
    }

    /** Whether a part of a country is called like a large town in it, which is then meant: Baghdad, Kandahar. */
    private static boolean isOutgrown(Toponym part, List<Toponym> candidates) {
        return candidates.stream()
                .anyMatch(town -> town.kind().isSettlement()
                        && part.holds(town)
                        && town.weight() > part.weight() - PART_OUTGROWS_SEAT);
    }

    Toponym place() {
        return candidates.get(best);
    }

    /** 0 to 1. */
    double confidence() {
        return share * Math.max(0, Math.min(1, known));
    }

    String why(Scene scene) {
        Toponym place = place();
        if (qualified != null && qualified.id().equals(place.id())) {
            return "said elsewhere in the article";
        }
        if (candidates.size() == 1) {
            return "the only place of the name";
        }
        boolean largest = candidates.stream().allMatch(other -> other.weight() <= place.weight());
        boolean fits = scene.ofCountry(place.country()) > added;
        String why = largest
                ? "the largest of " + candidates.size() + " of the name"
                : "one of " + candidates.size() + " of the name";
        return fits ? why + ", and the article speaks of " + place.country() : why;
    }
}
