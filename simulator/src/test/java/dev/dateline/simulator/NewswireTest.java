package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.common.wire.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewswireTest {
    /** Of 2,000 deliveries and their truths. A deliberate change of texts or choices changes it; anything else must not. */
    private static final String GOLDEN = "74da7f589cc18afa2f520288b9df4a2ad3219cf7be40d55435d56676231a6f1e";

    @Test
    void theSamePlanGivesTheSameBytesHereAndEverywhere() {
        String first = digest(new Newswire(Runs.plan(42, 2_000)).stream());
        assertThat(digest(new Newswire(Runs.plan(42, 2_000)).stream())).isEqualTo(first);
        assertThat(first).isEqualTo(GOLDEN);
        assertThat(digest(new Newswire(Runs.plan(43, 2_000)).stream())).isNotEqualTo(first);
    }

    @Test
    void aRunIsTheBeginningOfALongerOne() {
        int same = 1_000 - Wire.MOST_WAITING;
        assertThat(digest(new Newswire(Runs.plan(7, 1_000)).stream().limit(same)))
                .isEqualTo(digest(new Newswire(Runs.plan(7, 3_000)).stream().limit(same)));
    }

    @Test
    void aNewswireCanBeReadTwiceAndEndsWithThePlan() {
        Newswire newswire = new Newswire(Runs.plan(1, 25));
        assertThat(newswire).hasSize(25);
        assertThat(newswire.stream().map(Delivery::number).toList())
                .isEqualTo(Stream.iterate(0L, n -> n + 1).limit(25).toList());
        Iterator<Delivery> iterator = newswire.iterator();
        newswire.forEach(delivery -> iterator.next());
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
    }

    @Test
    void sharesAreThoseOfThePlan() {
        SimulationPlan plan = Runs.plan(3, 12_000);
        List<Truth> truths = new Newswire(plan).stream().map(Delivery::truth).toList();
        Predicate<Truth> isRevision = truth -> truth.kind() == Kind.REVISION;
        Predicate<Truth> isLiveblog = truth -> truth.changes().contains("liveblog");
        Shares shares = plan.shares();
        assertShare(truths, truth -> truth.kind() == Kind.MALFORMED, shares.malformed());
        assertShare(truths, truth -> truth.kind() == Kind.RESEND, shares.resends());
        assertShare(truths, isRevision.and(isLiveblog.negate()), shares.revisions());
        assertShare(truths, truth -> truth.kind() == Kind.COPY, shares.copies());
        assertShare(truths, truth -> truth.changes().contains("late"), shares.lateOriginals());
        assertShare(truths, truth -> truth.changes().contains("teaser"), shares.teasers());
        assertShare(truths, truth -> truth.series() != null, shares.forms());
        assertShare(truths, truth -> truth.translationOf() != null, shares.translations());
        assertShare(truths, isLiveblog, shares.liveblogs());
        assertShare(truths, truth -> truth.kind() == Kind.UPDATE, 0);
        assertShare(truths, truth -> !truth.language().equals("en"), 0.035);
    }

    private static void assertShare(List<Truth> truths, Predicate<Truth> which, double share) {
        double measured = truths.stream().filter(which).count() / (double) truths.size();
        assertThat(measured).isCloseTo(share, within(0.007));
    }

    @Test
    void noTwoArticlesArePublishedAtTheSameTimeAndNoneOutsideTheSpan() {
        for (int millis : new int[] {SimulationPlan.MIN_MILLIS_PER_DELIVERY, 700, 90_000}) {
            SimulationPlan plan = SimulationPlan.defaults(5, 3_000, Runs.START, Duration.ofMillis(3_000L * millis));
            Set<String> articles = new HashSet<>();
            Set<Instant> times = new HashSet<>();
            for (Delivery delivery : new Newswire(plan)) {
                Truth truth = delivery.truth();
                assertThat(truth.publishedAt())
                        .isBetween(plan.start(), plan.start().plus(plan.span()));
                if (articles.add(truth.articleId())) {
                    assertThat(times.add(truth.publishedAt())).as("%s", truth).isTrue();
                }
            }
        }
    }

    @Test
    void aRunOfOneDeliveryAndOneWithoutDerivedDeliveriesWork() {
        assertThat(Runs.of(9, 1)).hasSize(1);
        Shares originals = new Shares(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        SimulationPlan plan = new SimulationPlan(9, 300, Runs.START, Runs.PER_DELIVERY.multipliedBy(300), originals);
        assertThat(new Newswire(plan)).allMatch(delivery -> delivery.truth().kind() == Kind.ORIGINAL);
    }

    private static String digest(Stream<Delivery> deliveries) {
        MessageDigest sha = sha256();
        deliveries.forEach(delivery -> {
            sha.update(delivery.body());
            sha.update(delivery.mediaType().getBytes(StandardCharsets.UTF_8));
            delivery.parameters().entrySet().stream()
                    .map(Object::toString)
                    .sorted()
                    .forEach(parameter -> sha.update(parameter.getBytes(StandardCharsets.UTF_8)));
            sha.update(Json.bytes(delivery.truth()));
        });
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
