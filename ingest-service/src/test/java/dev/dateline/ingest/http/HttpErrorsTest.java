package dev.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.http.ProblemType;
import dev.dateline.ingest.http.IngestServer.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong before a route is reached, or where there is none. */
class HttpErrorsTest {
    private static IngestServer server;

    @BeforeAll
    static void start() {
        server = new IngestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void unknownAddressesAreNotFound() {
        Answer answer = get("/v1/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("/problems/not-found");
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/articles", "PUT, /v1/articles", "DELETE, /v1/articles:batch", "PATCH, /v1/articles:batch"})
    void otherMethodsAreNotAllowed(String method, String path) {
        Answer answer = server.send(method, path, null, HttpRequest.BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.allow()).isEqualTo("POST");
        assertThat(answer.problem()).isEqualTo("/problems/method-not-allowed");
    }

    @Test
    void headHasNoBody() {
        assertThat(server.send("HEAD", "/v1/articles", null, HttpRequest.BodyPublishers.noBody())
                        .body())
                .isEmpty();
        assertThat(server.send("HEAD", "/v1/articles", null, HttpRequest.BodyPublishers.noBody())
                        .status())
                .isEqualTo(405);
        assertThat(server.send("HEAD", "/problems/busy", null, HttpRequest.BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemIsExplained(ProblemType type) {
        Answer answer = get(type.uri());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("type").asText()).isEqualTo(type.uri());
        assertThat(answer.json().get("status").asInt()).isEqualTo(type.status());
        assertThat(answer.json().get("explanation").asText()).isNotBlank();
    }

    @Test
    void anUnknownProblemIsNotFound() {
        assertThat(get("/problems/nonsense").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    `nonsense`                                                        | 400
                    `GET`                                                             | 400
                    `GET /v1/articles`                                                | 505
                    `GET /v1/articles HTTP/9.9`                                       | 505
                    `GET /%zz HTTP/1.1~Host: a`                                       | 400
                    `GET /a/%2e%2e/%2fb;c=d/../../.. HTTP/1.1~Host: a`                | 400
                    `GET /livez HTTP/1.1`                                             | 400
                    `GET /livez HTTP/1.1~Host: a~Host: b`                             | 400
                    `GET /livez HTTP/1.1~Host: a~ folded: b`                          | 400
                    `GET /livez HTTP/1.1~no colon`                                    | 400
                    `POST /v1/articles HTTP/1.1~Host: a~Content-Length: many`         | 400
                    `POST /v1/articles HTTP/1.1~Host: a~Content-Length: -1`           | 400
                    `POST /v1/articles HTTP/1.1~Host: a~Content-Length: 1~Content-Length: 2` | 400
                    `POST /v1/articles HTTP/1.1~Host: a~Transfer-Encoding: rot13`     | 400
                    `POST /v1/articles HTTP/1.1~Host: a~Content-Type: text/plain~Content-Length: 5` | 400
                    """)
    void malformedRequestsGetAProblem(String request, int status) throws IOException {
        String answer = server.raw(request.replace("~", "\r\n") + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "\"status\":" + status);
    }

    @Test
    void headersAndAddressesHaveALimit() throws IOException {
        String header = server.raw("GET /livez HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        String address = server.raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(header).startsWith("HTTP/1.1 431").contains("the request's headers are too large");
        assertThat(address).startsWith("HTTP/1.1 414").contains("the address is too long");
    }

    private static Answer get(String path) {
        return server.send("GET", path, null, HttpRequest.BodyPublishers.noBody());
    }
}
