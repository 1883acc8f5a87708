package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the owners of articles and of bands tell each other. */
public enum LetterKind {
    /** A share of the bands answers an article's owner: whom it is near to. */
    @JsonProperty("answer")
    ANSWER,
    /** A share of the bands tells an article's owner that an earlier neighbour has come late. */
    @JsonProperty("late")
    LATE,
    /** An article's owner asks an earlier neighbour's owner what that one is, now and whenever it changes. */
    @JsonProperty("follow")
    FOLLOW,
    /** The answer to that. */
    @JsonProperty("notice")
    NOTICE,
    /** An article's owner hands a text over: it is a revision of the addressee's article. */
    @JsonProperty("update")
    UPDATE
}
