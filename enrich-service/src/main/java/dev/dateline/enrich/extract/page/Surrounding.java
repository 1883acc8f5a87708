package dev.dateline.enrich.extract.page;

/** What a part of a page is, when it is not the article's text. */
enum Surrounding {
    /** Nothing speaks against it. */
    NONE(0),
    /** Not shown; some pages hide the text until a script has run. */
    HIDDEN(0.5),
    NAVIGATION(0.5),
    /** Links to other articles. */
    RELATED(0.5),
    /** What readers wrote; may well be longer than the article. */
    COMMENTS(0.9),
    SHARE(0.5),
    /** Newsletters, subscriptions, logins, consent. */
    SUBSCRIBE(0.7),
    ADVERTISEMENT(0.5),
    /** Who wrote it, and when. */
    BYLINE(0.3),
    TAGS(0.4),
    CAPTION(0.3);

    private final double most;

    Surrounding(double most) {
        this.most = most;
    }

    /** The name is not believed of a part which holds a larger share of the page's prose: it is around the text, then. */
    boolean isBelieved(int prose, int proseOfPage) {
        return this != NONE && prose <= most * proseOfPage;
    }

    /** Whether no part of a page that holds its headline can be this. */
    boolean isApartFromHeadline() {
        return this == RELATED
                || this == COMMENTS
                || this == SUBSCRIBE
                || this == SHARE
                || this == ADVERTISEMENT
                || this == TAGS;
    }

    /** Tells even of a few words inside a paragraph that they are not its own. */
    boolean insideParagraphs() {
        return this == HIDDEN || this == SHARE || this == ADVERTISEMENT || this == COMMENTS;
    }
}
