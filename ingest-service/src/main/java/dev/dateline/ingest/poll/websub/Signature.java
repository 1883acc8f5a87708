package dev.dateline.ingest.poll.websub;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code X-Hub-Signature} (W3C WebSub section 7.1). SHA-1 is still what the largest hub sends; as an HMAC it is not broken. */
final class Signature {
    private static final Map<String, String> METHODS =
            Map.of("sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512", "sha1", "HmacSHA1");

    private Signature() {}

    /** Whether a header is the signature of a body; takes the same time however much of it is right. */
    static boolean isValid(String header, String secret, byte[] body) {
        if (header == null) {
            return false;
        }
        int equals = header.indexOf('=');
        String method = equals < 0 ? "" : header.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        if (!METHODS.containsKey(method)) {
            return false;
        }
        String expected = HexFormat.of().formatHex(sign(METHODS.get(method), secret, body));
        String given = header.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sign(String algorithm, String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
