package dev.dateline.enrich.extract.page;

/** How surely an element says that it holds the article, from the surest. */
enum BodyMark {
    /** Says of itself in microdata that it is the body. */
    MICRODATA,
    /** Its class or id is a usual name for the body of an article. */
    NAME,
    ARTICLE,
    MAIN,
    NONE
}
