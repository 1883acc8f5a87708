package dev.dateline.dashboard.articles;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of the map, in degrees; its edges belong to it. It does not cross the 180th meridian. */
record Box(double west, double south, double east, double north) {
    private static final String DEGREES = "(-?[0-9]{1,3}(?:\\.[0-9]{1,6})?)";
    private static final Pattern FORM = Pattern.compile(String.join(",", DEGREES, DEGREES, DEGREES, DEGREES));

    /** Throws {@link IllegalArgumentException} when a text is no box: {@code west,south,east,north}. */
    static Box parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("four numbers of degrees: west,south,east,north");
        }
        Box box = new Box(number(parts, 1), number(parts, 2), number(parts, 3), number(parts, 4));
        if (box.west > box.east || box.south > box.north) {
            throw new IllegalArgumentException("west comes before east, south before north");
        }
        return box;
    }

    private static double number(Matcher parts, int group) {
        return Double.parseDouble(parts.group(group));
    }

    boolean holds(Spot spot) {
        return spot.lon() >= west && spot.lon() <= east && spot.lat() >= south && spot.lat() <= north;
    }
}
