package dev.dateline.standalone.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.client.BoundedBody;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /v1/sources} of an ingest. */
public final class SourcesClient {
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final int MAX_ANSWER = 256 << 20;
    private static final int NOT_FOUND = 404;

    private final URI base;
    private final String apiKey;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(WITHIN)
            .build();

    /**
     * A client of one ingest.
     *
     * @param base for example {@code http://127.0.0.1:8080}
     * @param apiKey of an administrator; null where no key is needed
     */
    public SourcesClient(URI base, String apiKey) {
        this.apiKey = apiKey;
        this.base = URI.create(base.toString().replaceAll("/+$", ""));
    }

    /** All sources, by id. */
    public List<JsonNode> list() {
        List<JsonNode> sources = new ArrayList<>();
        json(send("GET", "", BodyPublishers.noBody())).path("sources").forEach(sources::add);
        return sources;
    }

    public Optional<JsonNode> find(String id) {
        HttpResponse<byte[]> answer = exchange("GET", "/" + id, BodyPublishers.noBody());
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(json(checked(answer)));
    }

    /** Declares a source, in place of the one of the same id. */
    public JsonNode declare(String id, ObjectNode source) {
        return json(send("PUT", "/" + id, BodyPublishers.ofByteArray(Json.bytes(source))));
    }

    public void remove(String id) {
        send("DELETE", "/" + id, BodyPublishers.noBody());
    }

    /** {@code pause}, {@code resume} or {@code poll-now}. */
    public JsonNode act(String id, String verb) {
        return json(send("POST", "/" + id + ":" + verb, BodyPublishers.noBody()));
    }

    private HttpResponse<byte[]> send(String method, String path, BodyPublisher body) {
        return checked(exchange(method, path, body));
    }

    private HttpResponse<byte[]> exchange(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(WITHIN)
                .header("Content-Type", "application/json")
                .method(method, body);
        if (apiKey != null) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        try {
            return http.send(request.build(), BoundedBody.handler(MAX_ANSWER));
        } catch (IOException e) {
            throw new SourcesException(
                    "nothing answers at " + base
                            + ". Is it running? `dateline up` starts it; --url names another address.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourcesException("interrupted while waiting for an answer", e);
        }
    }

    private URI address(String path) {
        try {
            return URI.create(base + "/v1/sources" + path);
        } catch (IllegalArgumentException e) {
            throw new SourcesException("an id is 1 to 64 of a-z, 0-9, '.', '_' and '-'", e);
        }
    }

    private static HttpResponse<byte[]> checked(HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 == 2) {
            return answer;
        }
        JsonNode problem = json(answer);
        String field = problem.path("field").asText();
        throw new SourcesException(
                problem.path("detail").isMissingNode()
                        ? "the answer (HTTP " + answer.statusCode() + ") is not Dateline's; is the address right?"
                        : (field.isEmpty() ? "" : field + ": ")
                                + problem.path("detail").asText());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            JsonNode json = answer.body().length == 0 ? null : Json.MAPPER.readTree(answer.body());
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new SourcesException("the answer can't be read: " + e, e);
        }
    }
}
