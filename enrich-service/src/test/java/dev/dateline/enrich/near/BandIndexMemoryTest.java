package dev.dateline.enrich.near;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an article costs, all arrays counted; docs/near-duplicates.md names these figures. */
class BandIndexMemoryTest {
    private static final int ARTICLES = 20_000;

    @Test
    void anOriginalTakesAKilobyte() {
        BandIndex index = new BandIndex(CopyRule.DEFAULT);
        for (int n = 0; n < ARTICLES; n++) {
            index.put(SampleMembers.original(n, new Random(n)));
        }

        assertThat(index.counts().buckets()).isGreaterThan(63L * ARTICLES);
        assertThat(index.bytes() / ARTICLES).isBetween(850L, 1_050L);
    }

    @Test
    void aShareOfItIsRepeatedInEachPartition() {
        int partitions = 8;
        BandIndex[] shares = Stream.generate(() -> new BandIndex(CopyRule.DEFAULT))
                .limit(partitions)
                .toArray(BandIndex[]::new);
        for (int n = 0; n < ARTICLES; n++) {
            for (Claim claim : Claim.of(SampleMembers.original(n, new Random(n)), partitions)) {
                shares[claim.bandPartition()].put(claim.member());
            }
        }

        long bytes = Stream.of(shares).mapToLong(BandIndex::bytes).sum();
        assertThat(bytes / ARTICLES).isBetween(2_200L, 3_000L);
    }

    @Test
    void copiesTakeLittleMore() {
        BandIndex index = new BandIndex(CopyRule.DEFAULT);
        for (int n = 0; n < ARTICLES; n++) {
            index.put(SampleMembers.member(n, n / 3));
        }

        assertThat(index.counts().buckets()).isLessThan(64L * ARTICLES / 2);
        assertThat(index.bytes() / ARTICLES).isBetween(500L, 1_050L);
    }
}
