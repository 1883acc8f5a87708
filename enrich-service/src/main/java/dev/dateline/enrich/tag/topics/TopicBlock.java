package dev.dateline.enrich.tag.topics;

import java.util.Map;

/**
 * What one file says of one topic.
 *
 * @param where file and line, for messages
 * @param code of the topic
 * @param name null where a topic is extended or replaced and keeps its name
 * @param parent code of the broader topic; null for the top level, and where a topic is extended or replaced
 * @param terms weights of terms, as they are written, by language
 */
record TopicBlock(
        Kind kind, String where, String code, String name, String parent, Map<String, Map<String, Double>> terms) {

    /** What becomes of the topic's terms that are known already. */
    enum Kind {
        /** There are none: the topic is new. */
        DEFINE,
        /** They stay, unless the block has them, too. */
        EXTEND,
        /** They are forgotten. */
        REPLACE
    }
}
