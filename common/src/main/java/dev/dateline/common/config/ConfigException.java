package dev.dateline.common.config;

import java.util.List;

/** The configuration can't be used; the message lists every problem with its path and how to mend it. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(List<String> problems) {
        super((problems.size() == 1 ? "1 problem" : problems.size() + " problems") + " in the configuration:\n  - "
                + String.join("\n  - ", problems));
    }
}
