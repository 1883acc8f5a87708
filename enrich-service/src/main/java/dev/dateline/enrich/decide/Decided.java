package dev.dateline.enrich.decide;

import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.near.Neighbour;
import dev.dateline.enrich.near.Notice;
import java.util.List;
import java.util.Optional;

/**
 * What a message changes.
 *
 * @param decisions what to publish, in order; often nothing
 * @param ask the neighbour whose owner has to be asked what it is
 * @param notice what to tell all followers
 */
public record Decided(ArticleState state, List<Decision> decisions, Optional<Neighbour> ask, Optional<Notice> notice) {}
