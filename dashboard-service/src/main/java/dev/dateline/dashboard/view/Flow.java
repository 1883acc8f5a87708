package dev.dateline.dashboard.view;

/** Articles per second, to one decimal. */
public record Flow(double raw, double events, double duplicates, double resends, double deadLetters) {
    private static final double DECIMALS = 10;

    /**
     * The change between two totals.
     *
     * @param seconds between the two, above zero
     */
    static Flow between(Counts from, Counts to, double seconds) {
        return new Flow(
                perSecond(to.raw() - from.raw(), seconds),
                perSecond(to.events() - from.events(), seconds),
                perSecond(to.duplicates() - from.duplicates(), seconds),
                perSecond(to.resends() - from.resends(), seconds),
                perSecond(to.deadLetters() - from.deadLetters(), seconds));
    }

    private static double perSecond(long change, double seconds) {
        return Math.round(change / seconds * DECIMALS) / DECIMALS;
    }
}
