package dev.dateline.dashboard.series;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for people: four digits say all that these measurements know, and keep an hour of them small. */
public final class Rounded {
    private static final MathContext DIGITS = new MathContext(4);
    /** Whole numbers are exact up to here. */
    private static final double WHOLE = 1e15;

    private Rounded() {}

    /** Null for what is not a number. */
    public static Double of(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return value + 0.0; // zero below zero is zero
        }
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
