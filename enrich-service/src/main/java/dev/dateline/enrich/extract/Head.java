package dev.dateline.enrich.extract;

import java.util.List;

/**
 * What stands above the first paragraph.
 *
 * @param title null when the text begins with its first paragraph
 * @param subtitle may be null
 * @param agency named in the byline; may be null
 * @param stamps the times its time lines give
 * @param bodyStart index of the first line that is not above the body
 */
record Head(String title, String subtitle, List<String> authors, String agency, Stamps stamps, int bodyStart) {}
