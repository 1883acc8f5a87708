package dev.dateline.standalone.push;

import dev.dateline.common.client.Sent;

/**
 * What became of one article.
 *
 * @param item the argument or file it is from
 * @param number its line in a file of lines, its place in an array, from 1; null when it is alone
 */
public record ItemResult(String item, Integer number, Sent sent) {

    /** The item and its number, as messages name it. */
    public String place() {
        return number == null ? item : item + ":" + number;
    }
}
