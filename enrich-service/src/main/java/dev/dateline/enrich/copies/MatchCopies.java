package dev.dateline.enrich.copies;

import dev.dateline.common.model.DuplicateReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides who is the original of a group: the earliest of all its members ({@link Claim#isBefore}). That is a function of the set
 * of members, so it cannot depend on the order in which they arrive.
 */
public final class MatchCopies {

    /** The members of one group, other than its original. */
    public interface Members {
        boolean contains(String articleId);

        Iterable<Claim> all();
    }

    /**
     * What a claim changes.
     *
     * @param group the group from now on
     * @param joins who is a member besides the original from now on; null when nobody new
     * @param leaves the member that became the original; null when none did
     * @param verdicts the answers to send, in order
     */
    public record Match(Group group, Claim joins, String leaves, List<Verdict> verdicts) {}

    /**
     * Answers a claim.
     *
     * @param group the group as it is; null when the claim is its first member
     */
    public Match match(Group group, Members members, Claim claim) {
        if (group == null) {
            return new Match(new Group(claim, 0), null, null, answers(original(claim, 0)));
        }
        Claim original = group.original();
        if (original.articleId().equals(claim.articleId())) {
            // A later revision with the same words (another headline, say): still the original, in its old place.
            return new Match(
                    new Group(placedAs(original, claim), group.copies()),
                    null,
                    null,
                    answers(original(claim, group.copies())));
        }
        boolean known = members.contains(claim.articleId());
        if (known && !claim.waits()) {
            return new Match(group, null, null, List.of()); // the newer version has taken the place, and been answered
        }
        int copies = group.copies() + (known ? 0 : 1);
        if (!claim.isBefore(original)) {
            return new Match(
                    new Group(original, copies),
                    claim,
                    null,
                    answers(copy(claim, original, known ? DuplicateReason.REVISED : DuplicateReason.NEW)));
        }
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(original(claim, copies));
        verdicts.add(copy(original, claim, DuplicateReason.REASSIGNED));
        for (Claim member : members.all()) {
            if (!member.articleId().equals(claim.articleId())) {
                verdicts.add(copy(member, claim, DuplicateReason.REASSIGNED));
            }
        }
        return new Match(
                new Group(claim, copies),
                original,
                known ? claim.articleId() : null,
                answers(verdicts.toArray(Verdict[]::new)));
    }

    /** The verdicts that somebody waits for. */
    private static List<Verdict> answers(Verdict... verdicts) {
        return Arrays.stream(verdicts)
                .filter(verdict -> verdict.revision() != Claim.NONE_WAITS)
                .toList();
    }

    private static Claim placedAs(Claim original, Claim revision) {
        Claim earlier = revision.isBefore(original) ? revision : original;
        return new Claim(
                original.wordsHash(),
                original.articleId(),
                Math.max(original.revision(), revision.revision()),
                earlier.publishedAt(),
                earlier.receivedAt(),
                revision.ownerPartition());
    }

    private static Verdict original(Claim claim, int copies) {
        return new Verdict(
                claim.articleId(), claim.revision(), claim.ownerPartition(), null, copies, DuplicateReason.NEW);
    }

    private static Verdict copy(Claim member, Claim original, DuplicateReason reason) {
        return new Verdict(
                member.articleId(), member.revision(), member.ownerPartition(), original.articleId(), 0, reason);
    }
}
