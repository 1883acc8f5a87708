package dev.dateline.ingest.poll.websub;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.Subscription;
import dev.dateline.common.model.SubscriptionBuilder;
import dev.dateline.common.model.SubscriptionStatus;
import dev.dateline.ingest.poll.fetch.Cancellation;
import dev.dateline.ingest.poll.fetch.FetchRequest;
import dev.dateline.ingest.poll.fetch.Fetched;
import dev.dateline.ingest.poll.fetch.Fetcher;
import dev.dateline.ingest.poll.fetch.WebUri;
import dev.dateline.ingest.poll.source.SourceView;
import dev.dateline.ingest.poll.work.PollResult;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subscriptions to feeds that announce a hub. After each poll the polling instance looks whether its feed's subscription has to be asked
 * for or renewed; a hub's question whether that was us reaches any instance, and any answers it from what is written down.
 */
public final class WebSub {
    private static final Logger LOG = LoggerFactory.getLogger(WebSub.class);
    private static final Duration LEASE = Duration.ofDays(10);
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
    private static final Duration ASK_AGAIN = Duration.ofHours(1);
    private static final Duration ASK_AGAIN_AFTER_DENIAL = Duration.ofDays(1);
    private static final int TOKEN_BYTES = 24;
    private static final int MAX_REASON = 300;

    private final URI callback;
    private final Duration safety;
    private final Fetcher fetcher;
    private final SourceView view;
    private final Consumer<Subscription> writer;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * A subscriber.
     *
     * @param callback where hubs reach us, without the path; null subscribes to nothing
     * @param safety between two polls of a feed that is delivered
     */
    public WebSub(
            URI callback,
            Duration safety,
            Fetcher fetcher,
            SourceView view,
            Consumer<Subscription> writer,
            InstantSource clock) {
        this.callback = callback;
        this.safety = safety;
        this.fetcher = fetcher;
        this.view = view;
        this.writer = writer;
        this.clock = clock;
    }

    /** Whether a source's hub delivers. */
    public boolean delivers(String sourceId) {
        return view.subscription(sourceId)
                .filter(subscription -> subscription.status() == SubscriptionStatus.ACTIVE)
                .filter(subscription -> clock.instant().isBefore(subscription.leaseUntil()))
                .isPresent();
    }

    /** Asks a feed's hub, if it announces one and it is time; what goes wrong is written down, and tried again after a later poll. */
    public void found(Source source, PollResult result) {
        Optional<URI> hub = Optional.ofNullable(result.hub()).flatMap(WebUri::of);
        if (callback == null || hub.isEmpty()) {
            return;
        }
        String topic = result.self() == null ? source.url() : result.self();
        Subscription known = view.subscription(source.id())
                .filter(one ->
                        one.hub().equals(hub.get().toString()) && one.topic().equals(topic))
                .orElse(null);
        if (known == null || isDue(known)) {
            try {
                ask(known == null ? anew(source, hub.get(), topic) : known, hub.get());
            } catch (ProblemException e) {
                LOG.warn("the subscription of {} was not written down: {}", source.id(), e.getMessage());
            }
        }
    }

    private Subscription anew(Source source, URI hub, String topic) {
        return SubscriptionBuilder.builder()
                .sourceId(source.id())
                .hub(hub.toString())
                .topic(topic)
                .token(random())
                .secret(random())
                .status(SubscriptionStatus.REQUESTED)
                .build();
    }

    private boolean isDue(Subscription known) {
        Instant now = clock.instant();
        Duration since = Duration.between(known.requestedAt(), now);
        return switch (known.status()) {
            case REQUESTED -> since.compareTo(ASK_AGAIN) >= 0;
            case DENIED -> since.compareTo(ASK_AGAIN_AFTER_DENIAL) >= 0;
            case ACTIVE -> {
                // Once in the last third, and early enough that one failed poll does not lose the lease.
                Duration lease = Duration.between(known.requestedAt(), known.leaseUntil());
                Duration left = Duration.between(now, known.leaseUntil());
                Duration early = safety.multipliedBy(2);
                Duration third = lease.dividedBy(3);
                yield left.compareTo(early.compareTo(third) > 0 ? early : third) < 0
                        && since.compareTo(SHORTEST_LEASE) >= 0;
            }
        };
    }

    private void ask(Subscription subscription, URI hub) {
        SubscriptionStatus status = subscription.status() == SubscriptionStatus.ACTIVE
                ? SubscriptionStatus.ACTIVE
                : SubscriptionStatus.REQUESTED;
        Subscription asked = SubscriptionBuilder.builder(subscription)
                .status(status)
                .detail(null)
                .requestedAt(clock.instant())
                .build();
        // First: the hub may ask back before it answers.
        writer.accept(asked);
        Fetched answer = fetcher.fetch(FetchRequest.post(hub, form(asked)), new Cancellation());
        String refused = answer instanceof Fetched.Answer said
                ? said.status() / 100 == 2 ? null : "the hub answers HTTP " + said.status()
                : ((Fetched.Failed) answer).detail();
        if (refused != null && status == SubscriptionStatus.REQUESTED) {
            writer.accept(SubscriptionBuilder.builder(asked)
                    .status(SubscriptionStatus.DENIED)
                    .detail(refused)
                    .build());
        }
    }

    private String form(Subscription asked) {
        return field("hub.mode", "subscribe")
                + "&" + field("hub.topic", asked.topic())
                + "&" + field("hub.callback", callback(asked))
                + "&" + field("hub.secret", asked.secret())
                + "&" + field("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
    }

    private String callback(Subscription asked) {
        return callback.toString().replaceAll("/++$", "") + "/v1/websub/" + asked.sourceId() + "/" + asked.token();
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The subscription that a callback's address belongs to. */
    Optional<Subscription> of(String sourceId, String token) {
        return view.subscription(sourceId)
                .filter(subscription -> MessageDigest.isEqual(
                        subscription.token().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hub asks whether that was us (section 5.3): true means yes, and is written down. */
    boolean confirm(Subscription subscription, String topic, Duration lease) {
        if (!subscription.topic().equals(topic)) {
            return false;
        }
        Duration granted = lease.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : lease;
        writer.accept(SubscriptionBuilder.builder(subscription)
                .status(SubscriptionStatus.ACTIVE)
                .detail(null)
                .leaseUntil(clock.instant().plus(granted))
                .build());
        return true;
    }

    /** The hub will not deliver (section 5.2). */
    void deny(Subscription subscription, String reason) {
        String why = reason == null ? "without a reason" : reason;
        writer.accept(SubscriptionBuilder.builder(subscription)
                .status(SubscriptionStatus.DENIED)
                .detail("the hub refused: " + why.substring(0, Math.min(why.length(), MAX_REASON)))
                .leaseUntil(null)
                .build());
    }
}
