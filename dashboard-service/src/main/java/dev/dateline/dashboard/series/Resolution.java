package dev.dateline.dashboard.series;

/** What everything is kept in: an hour of seconds, and a day of minutes. */
enum Resolution {
    SECONDS(1, 3_600),
    MINUTES(60, 1_440);

    private final int width;
    private final int count;

    Resolution(int width, int count) {
        this.width = width;
        this.count = count;
    }

    /** Of one step, seconds. */
    int width() {
        return width;
    }

    /** Of the steps that are kept. */
    int count() {
        return count;
    }

    /** How far back it goes, seconds. */
    long reach() {
        return (long) width * count;
    }

    /** The finest one that goes back far enough and has room for all of a time. */
    static Resolution of(long fromSecond, long toSecond, long nowSecond) {
        return fromSecond > nowSecond - SECONDS.reach() - MINUTES.width && toSecond - fromSecond <= SECONDS.reach()
                ? SECONDS
                : MINUTES;
    }

    /** One value in both resolutions. */
    record Pair<T>(T seconds, T minutes) {
        T of(Resolution resolution) {
            return resolution == SECONDS ? seconds : minutes;
        }

        static <T> Pair<T> of(Making<T> making) {
            return new Pair<>(making.of(SECONDS.count, SECONDS.width), making.of(MINUTES.count, MINUTES.width));
        }
    }

    /** Makes what holds one resolution. */
    interface Making<T> {
        T of(int count, int width);
    }
}
