/**
 * A synthetic newswire: {@link dev.dateline.simulator.Newswire} turns a {@link dev.dateline.simulator.SimulationPlan} into
 * {@link dev.dateline.simulator.Delivery deliveries}, each with the {@link dev.dateline.simulator.Truth} about it. Nothing here
 * reads a clock, opens a connection or knows a pipeline.
 */
package dev.dateline.simulator;
