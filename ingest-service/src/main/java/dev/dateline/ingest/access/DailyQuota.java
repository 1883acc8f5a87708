package dev.dateline.ingest.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** So many articles each day (UTC). */
final class DailyQuota {
    private final long perDay;
    private LocalDate day = LocalDate.MIN;
    private long used;

    DailyQuota(long perDay) {
        this.perDay = perDay;
    }

    /** Counts one, unless all are used up. */
    synchronized boolean take(Instant now) {
        turn(now);
        if (used == perDay) {
            return false;
        }
        used++;
        return true;
    }

    synchronized Limit state(Instant now) {
        turn(now);
        Instant tomorrow = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Limit("quota", perDay, Duration.ofDays(1), perDay - used, Duration.between(now, tomorrow));
    }

    private void turn(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            used = 0;
        }
    }
}
