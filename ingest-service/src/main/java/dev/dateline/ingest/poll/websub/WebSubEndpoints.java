package dev.dateline.ingest.poll.websub;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.Subscription;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * {@code /v1/websub/{source}/{token}}, the callback of W3C WebSub: hubs verify with GET and deliver with POST. The address is secret and
 * the delivery is signed, so it takes no other key.
 */
public final class WebSubEndpoints implements Endpoints {
    private static final String PATH = "/v1/websub/{source}/{token}";
    private static final int AT_ONCE = 4;
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final int MAX_CHALLENGE = 2000;

    private final WebSub webSub;
    private final Deliveries deliveries;
    private final int maxBytes;
    private final Semaphore reading = new Semaphore(AT_ONCE);

    /** {@code maxBytes} of one delivery. */
    public WebSubEndpoints(WebSub webSub, Deliveries deliveries, int maxBytes) {
        this.webSub = webSub;
        this.deliveries = deliveries;
        this.maxBytes = maxBytes;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::verify);
        routes.post(PATH, this::deliver);
    }

    private void verify(Context context) {
        Subscription subscription = subscription(context);
        String mode = String.valueOf(context.queryParam("hub.mode"));
        String challenge = String.valueOf(context.queryParam("hub.challenge"));
        switch (mode) {
            case "subscribe" -> {
                String lease = String.valueOf(context.queryParam("hub.lease_seconds"));
                Duration granted = Duration.ofSeconds(SECONDS.matcher(lease).matches() ? Long.parseLong(lease) : 0);
                if (challenge.length() > MAX_CHALLENGE
                        || !webSub.confirm(subscription, context.queryParam("hub.topic"), granted)) {
                    throw notAsked();
                }
                context.contentType("text/plain; charset=utf-8").result(challenge);
            }
            case "denied" -> {
                webSub.deny(subscription, context.queryParam("hub.reason"));
                context.status(HttpStatus.OK);
            }
            // We never ask for an end: a subscription is left to run out.
            default -> throw notAsked();
        }
    }

    private void deliver(Context context) throws IOException, InterruptedException {
        Subscription subscription = subscription(context);
        if (!reading.tryAcquire()) {
            throw later("too many deliveries at once");
        }
        try {
            byte[] body = context.bodyInputStream().readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw new ProblemException(
                        Problem.of(ProblemType.TOO_LARGE, "more than " + maxBytes + " bytes are not taken"));
            }
            Deliveries.Receipt receipt = deliveries.take(
                    subscription, context.header("X-Hub-Signature"), context.header(Header.CONTENT_TYPE), body);
            if (receipt == Deliveries.Receipt.AGAIN) {
                throw later("not all of it could be written");
            }
            context.status(HttpStatus.ACCEPTED);
        } finally {
            reading.release();
        }
    }

    private Subscription subscription(Context context) {
        return webSub.of(context.pathParam("source"), context.pathParam("token"))
                .orElseThrow(
                        () -> new ProblemException(Problem.of(ProblemType.NOT_FOUND, "there is no such subscription")));
    }

    private static ProblemException notAsked() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "this was not asked for"));
    }

    private static ProblemException later(String why) {
        return new ProblemException(Problem.of(ProblemType.KAFKA_UNAVAILABLE, why + "; deliver it again"), RETRY);
    }
}
