package dev.dateline.common.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its holder has it: {@code dl_<id>_<secret>}. The id is public and finds the record; the secret proves the holder.
 *
 * <p>The secret is 192 random bits, so only its plain SHA-256 is kept: slow, salted hashes exist to make guessing a person's password
 * dear, and nobody guesses 192 bits at any price. A fast one leaves ingest's time to articles.
 */
public final class ApiKey {
    private static final Pattern FORM = Pattern.compile("dl_([0-9a-f]{12})_([0-9a-f]{48})");
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 24;

    private final String id;
    private final String secret;

    private ApiKey(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    /** A new one. */
    public static ApiKey generate(SecureRandom random) {
        return new ApiKey(hex(random, ID_BYTES), hex(random, SECRET_BYTES));
    }

    /** The key that a text is; empty when it has not the form of one. */
    public static Optional<ApiKey> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() ? Optional.of(new ApiKey(parts.group(1), parts.group(2))) : Optional.empty();
    }

    public String id() {
        return id;
    }

    /** All of it, to be shown once and sent with requests. */
    public String token() {
        return "dl_" + id + "_" + secret;
    }

    /** What is kept of the secret. */
    public String secretSha256() {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /** Whether this key's secret is the one that was hashed; takes the same time wherever they differ. */
    public boolean hasSecret(String sha256) {
        return MessageDigest.isEqual(
                secretSha256().getBytes(StandardCharsets.US_ASCII), sha256.getBytes(StandardCharsets.US_ASCII));
    }

    /** Without the secret, so that no log can hold it. */
    @Override
    public String toString() {
        return "dl_" + id + "_***";
    }

    private static String hex(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
