package dev.dateline.common.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate chain and its private key, from PEM files as certificate authorities and their clients write them. */
final class PemKeyStore {
    private static final long MAX_FILE = 1 << 20;
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]++)-----END PRIVATE KEY-----");
    private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,30}) PRIVATE KEY-----");
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");
    private static final byte[] SAMPLE = "dateline".getBytes(StandardCharsets.US_ASCII);
    private static final char[] NO_PASSWORD = {};

    private PemKeyStore() {}

    /**
     * Reads both.
     *
     * @throws TlsException with the file at fault and how to mend it
     */
    static KeyStore load(TlsSettings settings) {
        Certificate[] chain = chain(settings.certificate());
        PublicKey certified = chain[0].getPublicKey();
        PrivateKey key = key(settings.privateKey(), certified.getAlgorithm());
        if (!belong(key, certified)) {
            throw new TlsException("the private key in " + settings.privateKey()
                    + " is not that of the first certificate in " + settings.certificate());
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("dateline", key, NO_PASSWORD, chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsException(settings.certificate() + " and its key can't be used: " + e.getMessage(), e);
        }
    }

    private static Certificate[] chain(Path file) {
        readable(file);
        try (InputStream pem = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new TlsException(file + " holds no certificate; expected PEM (-----BEGIN CERTIFICATE-----)");
            }
            return chain;
        } catch (CertificateException e) {
            throw new TlsException(file + " is not a certificate in PEM: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new TlsException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(Path file, String algorithm) {
        String pem = text(file);
        Matcher pkcs8 = PKCS8.matcher(pem);
        if (!pkcs8.find()) {
            Matcher other = OTHER_KEY.matcher(pem);
            throw new TlsException(
                    other.find()
                            ? file + " holds a key of the form \"" + other.group(1)
                                    + "\"; convert it with: openssl pkcs8 -topk8 -nocrypt -in old.pem -out new.pem"
                            : file + " holds no private key; expected PEM (-----BEGIN PRIVATE KEY-----)");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pkcs8.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            throw new TlsException(
                    "the private key in " + file + " is damaged, or not of the certificate's kind, " + algorithm, e);
        } catch (GeneralSecurityException e) {
            throw new TlsException("certificates of the kind " + algorithm + " are not known to this Java", e);
        }
    }

    private static boolean belong(PrivateKey key, PublicKey certified) {
        try {
            String algorithm = SIGNATURES.get(certified.getAlgorithm());
            if (algorithm == null) {
                throw new TlsException("certificates of the kind " + certified.getAlgorithm()
                        + " are not served; use RSA, EC or Ed25519");
            }
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(SAMPLE);
            byte[] signature = signing.sign();
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(certified);
            verifying.update(SAMPLE);
            return verifying.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // keys of different curves or lengths end here
        }
    }

    private static String text(Path file) {
        readable(file);
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new TlsException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static void readable(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new TlsException(file + " does not exist");
            }
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new TlsException(file + " can't be read by this process");
            }
            if (Files.size(file) > MAX_FILE) {
                throw new TlsException(file + " is too large to be a certificate or key");
            }
        } catch (IOException e) {
            throw new TlsException(file + " can't be read: " + e.getMessage(), e);
        }
    }
}
