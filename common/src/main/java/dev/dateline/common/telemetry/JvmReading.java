package dev.dateline.common.telemetry;

import com.sun.management.OperatingSystemMXBean;
import dev.dateline.common.model.JvmState;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.TimeUnit;

/** What this process uses, as the JVM tells. */
public final class JvmReading {
    private JvmReading() {}

    /** As it is now. */
    public static JvmState now() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new JvmState(
                cpuMs(),
                heap.getUsed(),
                heap.getMax() < 0 ? null : heap.getMax(),
                gcMs(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static long cpuMs() {
        long nanos =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos)); // -1 where the system does not say
    }

    private static long gcMs() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .map(spent -> Math.max(0, spent)) // -1 where the collector does not say
                .sum();
    }
}
