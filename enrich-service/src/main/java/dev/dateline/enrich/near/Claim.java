package dev.dateline.enrich.near;

import dev.dateline.enrich.sketch.Sketch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The question that an article's owner asks the owner of a share of the bands: whom is it near to? There is one for each share, never one
 * for each band.
 *
 * @param bandPartition the share that is asked
 * @param member with the bands of that share only; without any it leaves the share
 */
public record Claim(int bandPartition, Member member) {

    /**
     * The questions about one article: one for each share, also for those that have none of its bands, because an earlier revision may
     * have left some there.
     *
     * @param member with all its bands
     * @param partitions how many shares there are
     */
    public static List<Claim> of(Member member, int partitions) {
        int[] bands = member.sketch().bands();
        List<Claim> claims = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            int[] share = share(bands, partition, partitions);
            Sketch sketch = member.sketch();
            claims.add(new Claim(
                    partition,
                    new Member(
                            member.place(),
                            member.revision(),
                            member.ownerPartition(),
                            new Sketch(sketch.shingles(), sketch.signature(), share, sketch.numbers()))));
        }
        return List.copyOf(claims);
    }

    private static int[] share(int[] bands, int partition, int partitions) {
        int[] share = new int[bands.length];
        int count = 0;
        for (int band : bands) {
            if (Integer.remainderUnsigned(band, partitions) == partition) {
                share[count++] = band;
            }
        }
        return Arrays.copyOf(share, count);
    }
}
