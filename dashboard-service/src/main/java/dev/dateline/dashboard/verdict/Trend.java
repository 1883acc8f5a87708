package dev.dateline.dashboard.verdict;

/** The slope of a straight line through values a second apart, by least squares. */
final class Trend {
    /** Fewer say nothing. */
    static final int ENOUGH = 30;

    private Trend() {}

    /**
     * By how much the values grow in each second.
     *
     * @param values what is not a number is left out
     * @return not a number when fewer than {@value #ENOUGH} are known
     */
    static double of(double[] values) {
        int known = 0;
        double sumOfTimes = 0;
        double sumOfValues = 0;
        for (int second = 0; second < values.length; second++) {
            if (!Double.isNaN(values[second])) {
                known++;
                sumOfTimes += second;
                sumOfValues += values[second];
            }
        }
        if (known < ENOUGH) {
            return Double.NaN;
        }
        double meanTime = sumOfTimes / known;
        double meanValue = sumOfValues / known;
        double together = 0;
        double spread = 0;
        for (int second = 0; second < values.length; second++) {
            if (!Double.isNaN(values[second])) {
                together += (second - meanTime) * (values[second] - meanValue);
                spread += (second - meanTime) * (second - meanTime);
            }
        }
        return together / spread;
    }
}
