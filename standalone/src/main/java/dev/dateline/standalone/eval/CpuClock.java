package dev.dateline.standalone.eval;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** CPU time of the current thread: other work on the machine does not change it. */
public final class CpuClock {
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long started = nanos();

    private CpuClock() {}

    public static CpuClock start() {
        return new CpuClock();
    }

    public double seconds() {
        return (nanos() - started) / NANOS;
    }

    /** CPU time that this thread has used so far, in nanoseconds. */
    public static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
