package dev.dateline.dashboard.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that is not as it should be.
 *
 * @param code what it is; stable
 * @param level how bad
 * @param text a clause that can stand in a sentence, without a full stop
 * @param link the page that shows more
 */
public record Reason(Code code, Level level, String text, String link) {

    /** What can be wrong, the most urgent first. */
    public enum Code {
        @JsonProperty("not_reading")
        NOT_READING("/"),
        @JsonProperty("no_telemetry")
        NO_TELEMETRY("/pipeline"),
        @JsonProperty("instance_gone")
        INSTANCE_GONE("/pipeline"),
        @JsonProperty("instance_not_up")
        INSTANCE_NOT_UP("/pipeline"),
        @JsonProperty("out_of_balance")
        OUT_OF_BALANCE("/#ledger"),
        @JsonProperty("behind")
        BEHIND("/pipeline"),
        @JsonProperty("no_events")
        NO_EVENTS("/"),
        @JsonProperty("dead_letters")
        DEAD_LETTERS("/dead-letters"),
        @JsonProperty("unreadable")
        UNREADABLE("/"),
        @JsonProperty("sources_silent")
        SOURCES_SILENT("/sources?state=silent"),
        @JsonProperty("mixed_versions")
        MIXED_VERSIONS("/pipeline");

        private final String link;

        Code(String link) {
            this.link = link;
        }

        String link() {
            return link;
        }
    }

    static Reason of(Code code, Level level, String text) {
        return new Reason(code, level, text, code.link());
    }
}
