package dev.dateline.simulator.grammar;

import java.util.List;

/**
 * A reproducible source of random choices: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators",
 * OOPSLA 2014). Written out here because the bounded methods of {@code java.util}'s generators may change between releases.
 */
public final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice of their own for one purpose, so that drawing more for one delivery does not change the next. */
    public static Dice of(long seed, long purpose) {
        return new Dice(mix(mix(seed) ^ mix(purpose * GAMMA + 1)));
    }

    /** 64 random bits. */
    public long bits() {
        state += GAMMA;
        return mix(state);
    }

    /** Uniform in {@code [0, bound)}, with a bias below 2^-32 times the bound. */
    public int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /** Uniform in {@code [low, high]}. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** Uniform in {@code [0, 1)}. */
    public double fraction() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double probability) {
        return fraction() < probability;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
