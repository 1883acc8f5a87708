package dev.dateline.simulator;

import java.util.Map;

/**
 * One thing that is sent to the pipeline.
 *
 * @param number its place in the run, from 0
 * @param mediaType for the HTTP channels the {@code Content-Type}
 * @param body the exact bytes to send; may be empty on {@link Channel#TOPIC}
 * @param parameters see {@link Channel}; never null
 */
@SuppressWarnings("ArrayRecordComponent") // deliveries are sent, never compared
public record Delivery(
        long number, Channel channel, String mediaType, byte[] body, Map<String, String> parameters, Truth truth) {}
