package dev.dateline.dashboard.alerts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers without exponents and without zeros at the end. */
final class Decimals {
    private Decimals() {}

    /** Rounded for people. */
    static String show(double value, int digits) {
        return plain(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP));
    }

    /** As it is. */
    static String exact(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
