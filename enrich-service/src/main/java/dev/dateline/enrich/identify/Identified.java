package dev.dateline.enrich.identify;

import dev.dateline.enrich.copies.Claim;
import java.util.Optional;

/** What a delivery turned out to be. */
public sealed interface Identified {

    /** What to remember of the article from now on. */
    ArticleState state();

    /**
     * The question to the group of the same words, if there is one to ask.
     *
     * @param ownerPartition where the answer has to go
     */
    Optional<Claim> claim(int ownerPartition);

    /** Word for word what we have. */
    record Resend(ArticleState state, int revision) implements Identified {
        @Override
        public Optional<Claim> claim(int ownerPartition) {
            return Optional.empty();
        }
    }

    /**
     * A version older than the one that stands, come late. It is not published, for the newer one must not be replaced; its words still
     * take their place in their group, so that the copies of them are found as if it had come in time.
     *
     * @param place its own, with no revision that waits for an answer and no owner yet
     */
    record Outdated(ArticleState state, Claim place) implements Identified {
        @Override
        public Optional<Claim> claim(int ownerPartition) {
            return Optional.of(place.from(ownerPartition));
        }
    }

    /**
     * A new article, or a new revision of a known one.
     *
     * @param version the new version within the state, to be asked about
     */
    record Fresh(ArticleState state, Version version) implements Identified {
        @Override
        public Optional<Claim> claim(int ownerPartition) {
            return Optional.of(new Claim(
                    version.wordsHash(),
                    state.articleId(),
                    version.revision(),
                    state.publishedAt(),
                    state.receivedAt(),
                    ownerPartition));
        }
    }
}
