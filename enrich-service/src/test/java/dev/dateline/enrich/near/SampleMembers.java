package dev.dateline.enrich.near;

import dev.dateline.common.wire.Digest;
import dev.dateline.enrich.sketch.Sketch;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/** Members without texts: each belongs to a family with one signature, of which it changes some components. */
public final class SampleMembers {
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int COMPONENTS = 128;
    private static final int ROWS = 2;
    private static final int SHINGLES = 300;
    private static final int MAX_SHINGLES = 900;
    private static final int[] NO_NUMBERS = {};

    private SampleMembers() {}

    /** The {@code n}th member, published {@code n} seconds after the start, a copy of each other in its family. */
    public static Member member(int n, int family) {
        return member(n, START.plusSeconds(n), sketch(SHINGLES, family, n, 0, NO_NUMBERS));
    }

    /** One without a family, with ten numbers. */
    static Member original(int n, Random random) {
        return member(
                n,
                START.plusSeconds(n),
                sketch(SHINGLES, ~n, n, 0, sorted(random.ints(10).toArray())));
    }

    /** One without a family that shares a single band with all others of this kind. */
    static Member sharingOneBand(int n) {
        Sketch sketch = sketch(SHINGLES, ~n, n, 0, NO_NUMBERS);
        sketch.bands()[0] = 42;
        return member(n, START.plusSeconds(n), sketch);
    }

    /** One of 30 families with anything that a member can have; a few have ids that are no digests. */
    static Member any(int n, Random random) {
        int[] numbers = random.ints(random.nextInt(6), 0, 12)
                .map(i -> i * 0x2545F491)
                .distinct()
                .toArray();
        Sketch sketch = sketch(
                1 + random.nextInt(MAX_SHINGLES), random.nextInt(30), n, random.nextInt(COMPONENTS), sorted(numbers));
        Instant publishedAt = START.plusSeconds(random.nextInt(20 * 86_400)).plusNanos(random.nextInt(2));
        Instant receivedAt = publishedAt.plusSeconds(random.nextInt(2)).plusNanos(random.nextInt(2));
        String id = random.nextInt(10) == 0 ? "tag:example.org," + n : Digest.of("article", Integer.toString(n));
        return new Member(new Place(publishedAt, receivedAt, id), random.nextInt(5), random.nextInt(12), sketch);
    }

    /** A member that has to leave. */
    public static Member withoutBands(Member member) {
        return withBands(member, new int[0]);
    }

    static Member withBands(Member member, int... bands) {
        Sketch sketch = member.sketch();
        return new Member(
                member.place(),
                member.revision() + 1,
                member.ownerPartition(),
                new Sketch(sketch.shingles(), sketch.signature(), bands, sketch.numbers()));
    }

    private static Member member(int n, Instant publishedAt, Sketch sketch) {
        String id = Digest.of("article", Integer.toString(n));
        return new Member(new Place(publishedAt, publishedAt.plusSeconds(60), id), 1, 0, sketch);
    }

    /** The first components are changed, and the bands that are made of them. */
    private static Sketch sketch(int shingles, int family, int n, int changed, int[] numbers) {
        byte[] signature = new byte[COMPONENTS];
        new Random(family).nextBytes(signature);
        byte[] other = new byte[COMPONENTS];
        new Random(~n).nextBytes(other);
        System.arraycopy(other, 0, signature, 0, changed);
        int[] bands = new int[COMPONENTS / ROWS];
        Random own = new Random(31L * ~n);
        Random common = new Random(31L * family);
        for (int band = 0; band < bands.length; band++) {
            int ownKey = own.nextInt();
            int commonKey = common.nextInt();
            bands[band] = band * ROWS < changed ? ownKey : commonKey;
        }
        return new Sketch(shingles, signature, bands, numbers);
    }

    private static int[] sorted(int[] numbers) {
        return Arrays.stream(numbers)
                .boxed()
                .sorted(Integer::compareUnsigned)
                .mapToInt(number -> number)
                .toArray();
    }
}
