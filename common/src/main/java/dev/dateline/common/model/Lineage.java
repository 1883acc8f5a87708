package dev.dateline.common.model;

import java.util.Map;

/**
 * Where an event came from and what made it, enough to make it again.
 *
 * @param rawOffset offset of the raw record in {@code rawPartition} of {@code rawTopic}
 * @param pipelineVersion of the build, {@code +}, and digits that stand for {@code models}
 * @param models the version of every model and table that took part
 * @param durationsUs wall time of each step in microseconds
 */
public record Lineage(
        String rawTopic,
        int rawPartition,
        long rawOffset,
        String pipelineVersion,
        Map<String, String> models,
        Map<String, Long> durationsUs) {}
