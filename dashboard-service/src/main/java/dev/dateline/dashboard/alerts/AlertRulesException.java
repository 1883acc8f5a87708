package dev.dateline.dashboard.alerts;

import java.util.List;

/** A file of rules can't be used; the message lists every problem with its place and how to mend it. */
public final class AlertRulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlertRulesException(String problem) {
        super(problem);
    }

    AlertRulesException(List<String> problems) {
        super((problems.size() == 1 ? "1 problem" : problems.size() + " problems") + " in the alert rules:\n    - "
                + String.join("\n    - ", problems));
    }
}
