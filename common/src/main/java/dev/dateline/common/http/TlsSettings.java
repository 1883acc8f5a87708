package dev.dateline.common.http;

import dev.dateline.common.config.Settings;
import java.nio.file.Path;

/**
 * The files of a port that speaks TLS.
 *
 * @param certificate PEM, the server's own first, then those that vouch for it
 * @param privateKey PEM, PKCS #8, not encrypted
 */
public record TlsSettings(Path certificate, Path privateKey) {
    private static final String CERTIFICATE = "certificate";
    private static final String PRIVATE_KEY = "private-key";

    /** Reads {@code tls} of the section {@code dateline.http}, and looks at the files; null where none are named. */
    static TlsSettings from(Settings http) {
        Settings tls = http.section("tls");
        String certificate = tls.text(CERTIFICATE);
        String privateKey = tls.text(PRIVATE_KEY);
        if (certificate.isBlank() && privateKey.isBlank()) {
            return null;
        }
        if (certificate.isBlank() || privateKey.isBlank()) {
            tls.refuse(certificate.isBlank() ? CERTIFICATE : PRIVATE_KEY, "is missing; TLS needs both files");
            return null;
        }
        TlsSettings settings = new TlsSettings(Path.of(certificate), Path.of(privateKey));
        try {
            PemKeyStore.load(settings);
        } catch (TlsException e) {
            tls.refuse(CERTIFICATE, "and " + PRIVATE_KEY + " can't be used: " + e.getMessage());
        }
        return settings;
    }
}
