package dev.dateline.dashboard.alerts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What deliveries are signed with, as Standard Webhooks 1.0 has it: HMAC-SHA256 over {@code id.timestamp.body}, so that neither can be
 * exchanged and an old delivery is recognised.
 */
final class WebhookSecret {
    /** How a secret is written and made, for whoever gave another. */
    static final String FORM = "whsec_ and the base64 of 24 to 64 random bytes, as printed by"
            + " `echo whsec_$(openssl rand -base64 32)`";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final SecretKeySpec key;

    private WebhookSecret(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Throws {@link IllegalArgumentException}, without the text in its message, when it is not of {@link #FORM}. */
    static WebhookSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("it does not begin with " + PREFIX);
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is not base64 behind " + PREFIX, e);
        }
        if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException("it has " + key.length + " bytes");
        }
        return new WebhookSecret(key);
    }

    /** The value of {@code webhook-signature}. */
    String sign(String id, long epochSecond, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + epochSecond + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
