package dev.dateline.common.model;

/**
 * What a process uses.
 *
 * @param cpuMs CPU time of all its threads since it started, milliseconds
 * @param heapUsed bytes
 * @param heapMax bytes; absent when there is no limit
 * @param gcMs time spent collecting garbage since it started, milliseconds
 * @param threads live ones
 */
public record JvmState(long cpuMs, long heapUsed, Long heapMax, long gcMs, int threads) {}
