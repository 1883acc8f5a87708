package dev.dateline.enrich.near;

import java.util.List;

/**
 * The members that a new one is a copy of, or that are copies of it.
 *
 * @param earlier the earliest of those before it, ascending, at most {@value #MAX_EARLIER}
 * @param later those after it that have to know of it; those that have as many earlier ones need not
 * @param laterCount how many there are after it
 */
public record Neighbours(List<Neighbour> earlier, List<Neighbour> later, int laterCount) {
    /** Whoever has so many before it is a copy of one of them. */
    public static final int MAX_EARLIER = 8;
}
