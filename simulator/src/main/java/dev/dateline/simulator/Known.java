package dev.dateline.simulator;

/** An article that was delivered, in its latest version. */
final class Known {
    private static final int MOST_REVISIONS = 3;

    private final Group group;
    private final boolean copy;
    private Article latest;
    /** Its text under whatever id it was sent last. */
    private Article latestText;

    Known(Group group, boolean copy, Article latest) {
        this.group = group;
        this.copy = copy;
        this.latest = latest;
        this.latestText = latest;
    }

    Group group() {
        return group;
    }

    Article latest() {
        return latest;
    }

    void revised(Article next) {
        latest = next;
        latestText = next;
        group.markRevised();
    }

    Article latestText() {
        return latestText;
    }

    void updated(Article next) {
        latestText = next;
        group.addUpdate();
    }

    boolean mayBeRevised() {
        return !copy && group.mayBeRevised() && group.updates() == 0 && latest.revision() < MOST_REVISIONS;
    }

    /** Liveblogs and articles that were revised under their own id are not sent under another one. */
    boolean mayBeUpdated() {
        return !copy
                && group.mayBeRevised()
                && (group.updates() > 0 || !group.revised())
                && latest.story().language() == Language.EN
                && group.updates() < Updates.MOST;
    }
}
