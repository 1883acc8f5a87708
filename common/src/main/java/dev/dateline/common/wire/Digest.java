package dev.dateline.common.wire;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Names for content: 128 bits of SHA-256 as 26 characters of base32hex (RFC 4648 section 7, lower case, no padding). */
public final class Digest {
    private static final int BYTES = 16;
    private static final int LENGTH = 26;

    private Digest() {}

    /** The digest of several strings; their borders count, so {@code ("ab","c")} and {@code ("a","bc")} differ. */
    public static String of(String... parts) {
        MessageDigest sha = sha256();
        for (String part : parts) {
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            int length = part == null ? -1 : bytes.length;
            for (int shift = 24; shift >= 0; shift -= 8) {
                sha.update((byte) (length >>> shift));
            }
            sha.update(bytes);
        }
        String digits = new BigInteger(1, Arrays.copyOf(sha.digest(), BYTES)).toString(32);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
