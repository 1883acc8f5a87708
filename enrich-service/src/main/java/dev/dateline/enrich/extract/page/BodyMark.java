package dev.dateline.enrich.extract.page;

/** How surely an element says that it holds the article, from the surest. */
enum BodyMark {
    /** Says of itself in microdata that it is the body. */
    MICRODATA("itemprop articleBody"),
    /** Its class or id is a usual name for the body of an article. */
    NAME("a class that says article body"),
    ARTICLE("article element"),
    MAIN("main element"),
    NONE("the innermost element with most of the prose");

    private final String rule;

    BodyMark(String rule) {
        this.rule = rule;
    }

    /** For people. */
    String rule() {
        return rule;
    }
}
