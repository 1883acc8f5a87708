package dev.dateline.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.config.ConfigException;
import dev.dateline.common.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates signed by themselves, made with the JDK's keytool. */
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void everyKindOfKeyIsServed(String kind) throws Exception {
        X509Certificate made = make("server", kind);

        try (HttpServer server = start()) {
            HttpResponse<String> answer = get(server, made);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("https");
        }
    }

    @Test
    void aRenewedCertificateIsServedWithoutARestart() throws Exception {
        X509Certificate first = make("server", "EC");
        try (HttpServer server = start()) {
            assertThat(serial(get(server, first))).isEqualTo(first.getSerialNumber());

            X509Certificate second = make("renewed", "RSA");
            move("renewed.key", "server.key");
            move("renewed.crt", "server.crt");

            long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!serial(get(server, first, second)).equals(second.getSerialNumber())) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.sleep(100);
            }
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(problems("nowhere.crt", "nowhere.key"))
                .contains("dateline.http.tls.certificate", "nowhere.crt does not exist");
        assertThat(problems("", "nowhere.key")).contains("dateline.http.tls.certificate is missing");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        make("server", "EC");
        make("other", "EC");
        make("rsa", "RSA");

        assertThat(problems("server.crt", "other.key")).contains("other.key is not that of the first certificate");
        assertThat(problems("server.crt", "rsa.key"))
                .contains("rsa.key is damaged, or not of the certificate's kind, EC");
        assertThat(problems("server.key", "server.key")).contains("server.key");
        assertThat(problems("server.crt", "server.crt")).contains("server.crt holds no private key");
    }

    @Test
    void anotherFormOfKeyIsToldHowToConvert() throws Exception {
        make("server", "RSA");
        Files.writeString(
                folder.resolve("old.key"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");

        assertThat(problems("server.crt", "old.key")).contains("openssl pkcs8 -topk8 -nocrypt");
    }

    private HttpServer start() {
        Settings settings = settings("server.crt", "server.key");
        HttpPolicy policy = HttpPolicy.from(settings);
        settings.check();
        HttpServer server = new HttpServer(
                new HttpSettings("127.0.0.1", 0),
                policy,
                List.of(routes -> routes.get("/scheme", context -> context.result(context.scheme()))));
        server.start();
        return server;
    }

    private Settings settings(String certificate, String privateKey) {
        return Settings.load(
                Map.of(),
                Map.of(
                        "dateline.http.tls.certificate", path(certificate),
                        "dateline.http.tls.private-key", path(privateKey)));
    }

    private String path(String name) {
        return name.isEmpty() ? "" : folder.resolve(name).toString();
    }

    private String problems(String certificate, String privateKey) {
        Settings settings = settings(certificate, privateKey);
        HttpPolicy.from(settings);
        String[] message = new String[1];
        assertThatThrownBy(settings::check)
                .isInstanceOfSatisfying(ConfigException.class, e -> message[0] = e.getMessage());
        return message[0];
    }

    private X509Certificate make(String name, String kind) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "it",
                        "-keyalg",
                        kind,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, PASSWORD);
        }
        X509Certificate certificate = (X509Certificate) made.getCertificate("it");
        pem(name + ".crt", "CERTIFICATE", certificate.getEncoded());
        pem(name + ".key", "PRIVATE KEY", made.getKey("it", PASSWORD).getEncoded());
        return certificate;
    }

    private void pem(String file, String what, byte[] der) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + what
                        + "-----\n");
    }

    private void move(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }

    private static HttpResponse<String> get(HttpServer server, X509Certificate... trusted) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(trusting(trusted))
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/scheme"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trusting(X509Certificate... certificates) throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        for (X509Certificate certificate : certificates) {
            trust.setCertificateEntry(certificate.getSerialNumber().toString(), certificate);
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static BigInteger serial(HttpResponse<String> answer) throws Exception {
        SSLSession session = answer.sslSession().orElseThrow();
        return ((X509Certificate) session.getPeerCertificates()[0]).getSerialNumber();
    }
}
