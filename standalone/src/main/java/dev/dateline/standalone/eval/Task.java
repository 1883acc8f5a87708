package dev.dateline.standalone.eval;

import java.util.Set;

/** Something that can be measured against a labelled set. */
public interface Task {

    /** Options of the command line that only some tasks have. */
    enum Option {
        ORDER("--order"),
        PARTITIONS("--partitions");

        private final String flag;

        Option(String flag) {
            this.flag = flag;
        }

        String flag() {
            return flag;
        }
    }

    /** As it is typed. */
    String name();

    /** The files that PATH holds, for people. */
    String holds();

    Set<Option> options();

    /**
     * Runs the service's steps over the set.
     *
     * @throws EvalException when the files are missing or not of their form
     */
    Scores run(Request request);
}
