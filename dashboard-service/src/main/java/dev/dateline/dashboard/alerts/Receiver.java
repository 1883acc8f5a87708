package dev.dateline.dashboard.alerts;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** The other end of the webhook: one attempt, one answer. */
final class Receiver {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final URI address;
    private final WebhookSecret secret;
    private final Duration answerWithin;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            // An alert goes where the operator said and nowhere else.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * What came of an attempt.
     *
     * @param problem null when it was taken
     * @param again whether trying again may help
     * @param retryAfter what the receiver asks for; null when it does not
     */
    record Answer(String problem, boolean again, Duration retryAfter) {
        static final Answer TAKEN = new Answer(null, false, null);

        boolean taken() {
            return problem == null;
        }
    }

    Receiver(URI address, WebhookSecret secret, Duration answerWithin, InstantSource clock) {
        this.address = address;
        this.secret = secret;
        this.answerWithin = answerWithin;
        this.clock = clock;
    }

    /** Signed anew for each attempt: the receiver refuses what is old. */
    Answer post(Delivery delivery) throws InterruptedException {
        long now = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(answerWithin)
                .header("Content-Type", "application/json")
                .header("User-Agent", "dateline-webhook")
                .header("webhook-id", delivery.id())
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", secret.sign(delivery.id(), now, delivery.body()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            // Only the head matters: closing ends the exchange, however long the body would be.
            response.body().close();
            return answer(response);
        } catch (IOException e) {
            return new Answer(e.toString(), true, null);
        }
    }

    private static Answer answer(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return Answer.TAKEN;
        }
        boolean again = status >= SERVER_ERROR
                || status == REQUEST_TIMEOUT
                || status == TOO_EARLY
                || status == TOO_MANY_REQUESTS;
        Duration retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
        return new Answer("HTTP " + status, again, retryAfter);
    }

    /** Scheme, host and port. */
    String name() {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
