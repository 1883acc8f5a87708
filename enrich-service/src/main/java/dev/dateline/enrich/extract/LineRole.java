package dev.dateline.enrich.extract;

import java.util.Locale;

/** What a line of pasted text is for. */
enum LineRole {
    TITLE,
    SUBTITLE,
    /** Names of authors, and their posts or places below them. */
    BYLINE,
    /** A time of publication or change. */
    TIME,
    /** The words of a picture or a film, or who made it. */
    CAPTION,
    /** Points to something else to read or watch. */
    TEASER,
    /** A section name or kicker above the headline. */
    LABEL,
    /** The desk's own remark, such as "(Adds quotes)". */
    NOTE,
    BODY,
    /** Which agencies and colleagues took part. */
    CREDIT,
    /** A request to the reader, a legal line, a notice of the site. */
    PROMPT,
    /** A button or a counter of the page. */
    FURNITURE,
    /** A heading of links after the article, or one of these links. */
    LINKS,
    /** Has occurred before. */
    REPEAT;

    /** As it is printed in evidence. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
