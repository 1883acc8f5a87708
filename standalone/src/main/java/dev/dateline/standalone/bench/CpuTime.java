package dev.dateline.standalone.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.dateline.standalone.eval.CpuClock;
import java.lang.management.ManagementFactory;

/** CPU time used so far, in nanoseconds: it holds better than wall time on a machine that does other things. */
final class CpuTime {
    private CpuTime() {}

    static long ofProcess() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    static long ofThread() {
        return CpuClock.nanos();
    }
}
