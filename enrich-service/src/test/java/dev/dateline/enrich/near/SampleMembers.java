package dev.dateline.enrich.near;

import dev.dateline.common.wire.Digest;
import dev.dateline.enrich.sketch.Sketch;
import java.time.Instant;
import java.util.Random;

/** Members without texts: each belongs to a family with one signature, of which it changes some components. */
public final class SampleMembers {
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int COMPONENTS = 128;
    private static final int ROWS = 2;
    private static final int SHINGLES = 300;

    private SampleMembers() {}

    /** The {@code n}th member, published {@code n} seconds after the start. */
    public static Member member(int n, int family) {
        return member(n, family, 0);
    }

    /** One that differs from its family in the first components of its signature, and in the bands made of these. */
    public static Member member(int n, int family, int changed) {
        return member(Digest.of("article", Integer.toString(n)), START.plusSeconds(n), sketch(family, n, changed));
    }

    public static Member member(String articleId, Instant publishedAt, Sketch sketch) {
        return new Member(new Place(publishedAt, publishedAt.plusSeconds(60), articleId), 1, 0, sketch);
    }

    /** A member that has to leave. */
    public static Member withoutBands(Member member) {
        Sketch sketch = member.sketch();
        return new Member(
                member.place(),
                member.revision() + 1,
                member.ownerPartition(),
                new Sketch(sketch.shingles(), sketch.signature(), new int[0], sketch.numbers()));
    }

    private static Sketch sketch(int family, int n, int changed) {
        byte[] signature = new byte[COMPONENTS];
        new Random(family).nextBytes(signature);
        byte[] other = new byte[COMPONENTS];
        new Random(~n).nextBytes(other);
        System.arraycopy(other, 0, signature, 0, changed);
        int[] bands = new int[COMPONENTS / ROWS];
        for (int band = 0; band < bands.length; band++) {
            int of = band * ROWS < changed ? ~n : family;
            bands[band] = new Random(31L * of + band).nextInt();
        }
        return new Sketch(SHINGLES, signature, bands, new int[0]);
    }
}
