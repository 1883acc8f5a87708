package dev.dateline.standalone.eval;

import dev.dateline.enrich.near.BandCounts;
import dev.dateline.enrich.near.BandIndex;
import dev.dateline.enrich.near.Claim;
import dev.dateline.enrich.near.CopySettings;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.Neighbour;
import dev.dateline.enrich.near.Neighbours;

/** One share of the bands: what the task that owns it does with claims. */
final class BandShare {
    private final int share;
    private final BandIndex index;
    private final long retentionMs;
    private final Post post;
    private long now;
    private int most;

    BandShare(int share, CopySettings copies, Post post) {
        this.share = share;
        this.index = new BandIndex(copies.rule());
        this.retentionMs = copies.retention().toMillis();
        this.post = post;
    }

    void answer(Claim claim) {
        Member member = claim.member();
        Neighbours near = index.near(member);
        now = Math.max(now, member.place().receivedAt().toEpochMilli());
        if (member.sketch().bands().length > 0) {
            index.put(member, now);
        } else {
            index.remove(member.articleId());
        }
        expire(now - retentionMs);
        most = Math.max(most, index.size());
        for (Neighbour later : near.later()) {
            Neighbour self =
                    new Neighbour(member.place(), member.revision(), member.ownerPartition(), later.similarity());
            post.letter(later.ownerPartition(), owner -> owner.met(later, self));
        }
        post.letter(member.ownerPartition(), owner -> owner.answered(member, share, near));
    }

    void measure(StateSize size) {
        size.addShare(index.bytes(), most);
    }

    BandCounts counts() {
        return index.counts();
    }

    private void expire(long before) {
        String oldest = index.oldest(before);
        while (oldest != null) {
            index.remove(oldest);
            oldest = index.oldest(before);
        }
    }
}
