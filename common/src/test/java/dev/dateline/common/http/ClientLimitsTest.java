package dev.dateline.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What a port does with clients that are slow, foreign or refused, seen by bytes. */
class ClientLimitsTest {
    private static final HttpPolicy POLICY = new HttpPolicy(
            16,
            1 << 10,
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            Duration.ofSeconds(12),
            1 << 10,
            Set.of("https://desk.example.com"),
            3,
            null);
    private static final String POST = "POST /v1/echo HTTP/1.1\r\nHost: localhost:8080\r\n";

    private final Logger audit = (Logger) LoggerFactory.getLogger("audit");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final HttpServer server =
            new HttpServer(new HttpSettings("127.0.0.1", 0), POLICY, List.of(ClientLimitsTest::echo));

    private static void echo(RoutesConfig routes) {
        routes.post("/v1/echo", context -> {
            try (InputStream body = context.bodyInputStream()) {
                context.result("read " + body.readAllBytes().length);
            } catch (IOException e) {
                throw new ProblemException(BodyFailure.problem(e));
            }
        });
    }

    @BeforeEach
    void start() {
        lines.start();
        audit.addAppender(lines);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        audit.detachAppender(lines);
    }

    @Test
    void aHeadThatDripsIsNotWaitedFor() throws Exception {
        try (Socket socket = connect()) {
            assertThat(drip(socket, POST + "X: " + "x".repeat(500))).isLessThan(500);
        }
    }

    @Test
    void aBodyThatDripsIsRefused() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(ascii(POST + "Content-Length: 100000\r\n\r\n"));

            int sent = drip(socket, "x".repeat(500));

            assertThat(sent).isLessThan(500);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/too-slow");
        }
    }

    @Test
    void aBodyThatFallsSilentIsRefused() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(ascii(POST + "Content-Length: 100\r\n\r\nhalf"));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void idleConnectionsMakeRoomWhenAllAreTaken() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < POLICY.maxConnections(); i++) {
                idle.add(connect());
            }

            assertThat(exchange(POST + "Connection: close\r\nContent-Length: 0\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyMayTakeLongerThanAHead() throws IOException, InterruptedException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(ascii(POST + "Connection: close\r\nContent-Length: 30000\r\n\r\n"));
            for (int i = 0; i < 30; i++) {
                out.write(ascii("x".repeat(1000)));
                Thread.sleep(120);
            }

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("read 30000");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    localhost:8080    |                             |            | 200
                    localhost:8080    | http://localhost:8080       |            | 200
                    127.0.0.1         | http://127.0.0.1            |            | 200
                    localhost:8080    | https://desk.example.com    | cross-site | 200
                    localhost:8080    |                             | none       | 200
                    localhost:8080    |                             | cross-site | 403
                    localhost:8080    | http://evil.example         | cross-site | 403
                    localhost:8080    | http://localhost:3000       | same-site  | 403
                    localhost:8080    | null                        |            | 403
                    evil.example:8080 | http://evil.example:8080    | same-origin| 403
                    desk.example.com  | https://desk.example.com    | same-origin| 200
                    [::1]:8080        | http://[::1]:8080           | same-origin| 200
                    """)
    void pagesOfOtherOriginsDoNotWrite(String host, String origin, String site, int status) throws IOException {
        String answer = exchange("POST /v1/echo HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                + (origin == null ? "" : "Origin: " + origin + "\r\n")
                + (site == null ? "" : "Sec-Fetch-Site: " + site + "\r\n")
                + "Content-Length: 0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aRefusedRequestIsOneHarmlessLine() throws IOException {
        exchange(
                "POST /v1/nowhere%0A\u001b[31mred HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        exchange("POST /v1/nowhere?secret=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        assertThat(lines.list).isNotEmpty().allSatisfy(line -> assertThat(line.getFormattedMessage())
                .matches("refused [\\x20-\\x7e]+")
                .contains(" remote=127.0.0.1", " status=4")
                .doesNotContain("secret"));
        assertThat(lines.list.get(lines.list.size() - 1).getFormattedMessage())
                .isEqualTo(
                        "refused bytes=0 method=POST path=/v1/nowhere problem=/problems/not-found remote=127.0.0.1 status=404");
    }

    @Test
    void aFloodOfThemIsBoundedAndCounted() {
        AuditLog log = new AuditLog(3);
        List<Long> written = Stream.of(0, 0, 0, 0, 0, 1)
                .map(second -> log.leftOutBefore(second))
                .toList();

        assertThat(written).containsExactly(0L, 0L, 0L, -1L, -1L, 2L);
    }

    /** Sends a byte every 50 ms until the server answers or closes; returns how many. */
    private static int drip(Socket socket, String bytes) throws IOException, InterruptedException {
        int sent = 0;
        try {
            for (byte each : ascii(bytes)) {
                socket.getOutputStream().write(each);
                sent++;
                if (socket.getInputStream().available() > 0) {
                    break;
                }
                Thread.sleep(50);
            }
        } catch (SocketException e) {
            return sent; // it has closed the connection
        }
        return sent;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
