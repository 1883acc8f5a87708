package dev.dateline.enrich.stream;

import dev.dateline.common.model.Letter;
import dev.dateline.common.model.LetterBuilder;
import dev.dateline.common.model.LetterKind;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.near.Card;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.Neighbour;
import dev.dateline.enrich.near.Neighbours;
import dev.dateline.enrich.near.Notice;
import dev.dateline.enrich.near.Place;
import dev.dateline.enrich.near.Verdict;
import java.util.List;

/** Letters from and to what the pure steps know. */
final class Letters {
    private Letters() {}

    static Letter answer(Member asker, int bandPartition, Neighbours near) {
        return to(LetterKind.ANSWER, asker.articleId(), asker.ownerPartition())
                .revision(asker.revision())
                .bandPartition(bandPartition)
                .neighbours(near.earlier().stream().map(Letters::written).toList())
                .copies(near.laterCount())
                .build();
    }

    static Letter late(Neighbour addressee, Neighbour late) {
        return to(LetterKind.LATE, addressee.articleId(), addressee.ownerPartition())
                .revision(addressee.revision())
                .neighbours(List.of(written(late)))
                .build();
    }

    static Letter follow(Neighbour neighbour, String follower, int followerPartition) {
        return to(LetterKind.FOLLOW, neighbour.articleId(), neighbour.ownerPartition())
                .revision(neighbour.revision())
                .fromId(follower)
                .fromPartition(followerPartition)
                .build();
    }

    static Letter notice(Follower follower, Notice notice) {
        LetterBuilder letter = to(LetterKind.NOTICE, follower.articleId(), follower.ownerPartition())
                .revision(notice.revision())
                .fromId(notice.articleId())
                .turn(notice.turn())
                .original(notice.original());
        Verdict verdict = notice.verdict();
        return verdict == null
                ? letter.build()
                : letter.words(verdict.card().words())
                        .series(verdict.card().series())
                        .originalId(verdict.originalId())
                        .originalPartition(verdict.ownerPartition())
                        .originalReceivedAt(verdict.receivedAt())
                        .build();
    }

    static Letter update(String originalId, int ownerPartition, String articleId, int revision, RawPlace raw) {
        return to(LetterKind.UPDATE, originalId, ownerPartition)
                .revision(revision)
                .fromId(articleId)
                .rawPartition(raw.partition())
                .rawOffset(raw.offset())
                .build();
    }

    static List<Neighbour> neighbours(Letter letter) {
        return letter.neighbours().stream().map(Letters::read).toList();
    }

    static Notice notice(Letter letter) {
        Verdict verdict = letter.words() == null
                ? null
                : new Verdict(
                        letter.originalId(),
                        letter.originalPartition(),
                        null,
                        letter.originalReceivedAt(),
                        new Card(letter.words(), letter.series()));
        return new Notice(letter.fromId(), letter.revision(), letter.turn(), letter.original(), verdict);
    }

    private static LetterBuilder to(LetterKind kind, String articleId, int ownerPartition) {
        return LetterBuilder.builder().kind(kind).articleId(articleId).ownerPartition(ownerPartition);
    }

    private static Letter.Neighbour written(Neighbour neighbour) {
        Place place = neighbour.place();
        return new Letter.Neighbour(
                place.articleId(),
                neighbour.revision(),
                neighbour.ownerPartition(),
                place.publishedAt(),
                place.receivedAt(),
                neighbour.similarity());
    }

    private static Neighbour read(Letter.Neighbour neighbour) {
        return new Neighbour(
                new Place(neighbour.publishedAt(), neighbour.receivedAt(), neighbour.articleId()),
                neighbour.revision(),
                neighbour.ownerPartition(),
                neighbour.similarity());
    }
}
