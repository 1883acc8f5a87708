package dev.dateline.enrich.extract.page;

/**
 * A run of text between two borders of blocks.
 *
 * @param box the innermost that holds it
 * @param text as in the page; line breaks are those of {@code br}
 * @param length characters that are no space
 * @param linked how many of these are in links
 */
record Block(Box box, String text, int length, int linked) {
    private static final int PROSE = 60;
    private static final double FEW_LINKS = 0.4;

    /** Long enough for a sentence or two, and not made of links (text density and link density: Kohlschuetter et al. 2010). */
    boolean isProse() {
        return length >= PROSE && linkDensity() < FEW_LINKS && !isHeading();
    }

    boolean isHeading() {
        String tag = box.tag();
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
    }

    double linkDensity() {
        return length == 0 ? 0 : (double) linked / length;
    }
}
