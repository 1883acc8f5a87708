package dev.dateline.standalone.compose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The part of Prometheus' HTTP API that shows whether it knows what is asked for. */
record PrometheusClient(HttpClient http, int port) {

    /** The series of an instant query; throws when the query is not valid. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        return get("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .get("result");
    }

    /** The alert rules, with what came of evaluating them. */
    JsonNode rules() throws IOException, InterruptedException {
        return get("rules").get("groups").get(0).get("rules");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return Json.MAPPER.readTree(answer.body()).get("data");
    }
}
