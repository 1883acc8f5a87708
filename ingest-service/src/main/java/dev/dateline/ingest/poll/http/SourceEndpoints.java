package dev.dateline.ingest.poll.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.http.Endpoints;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.poll.source.SourceForm;
import dev.dateline.ingest.poll.source.SourceStore;
import dev.dateline.ingest.poll.source.SourceView;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.StrictText;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;

/**
 * {@code /v1/sources}: GET lists, {@code /v1/sources/{id}} takes GET, PUT and DELETE, and POST with {@code :pause}, {@code :resume} and
 * {@code :poll-now} behind the id. Any instance answers for all sources. A change is on Kafka and seen by this instance before it is
 * answered.
 */
public final class SourceEndpoints implements Endpoints {
    private static final String ONE = "/v1/sources/{id}";
    private static final int MAX_BODY = 256 << 10;
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final SourceView view;
    private final SourceStore store;
    private final int maxSources;
    private final InstantSource clock;

    /** {@code maxSources} of all instances together. */
    public SourceEndpoints(SourceView view, SourceStore store, int maxSources, InstantSource clock) {
        this.view = view;
        this.store = store;
        this.maxSources = maxSources;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/sources", this::list);
        routes.get(ONE, this::show);
        routes.put(ONE, this::declare);
        routes.delete(ONE, this::remove);
        routes.post(ONE, this::act);
    }

    private void list(Context context) {
        isRead();
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode sources = answer.putArray("sources");
        view.sources().stream()
                .sorted(Comparator.comparing(Source::id))
                .forEach(source -> sources.add(SourceJson.of(source, view)));
        context.json(answer);
    }

    private void show(Context context) {
        answer(context, HttpStatus.OK, known(context.pathParam("id")));
    }

    private void declare(Context context) throws IOException {
        isRead();
        String id = context.pathParam("id");
        boolean isNew = view.source(id).isEmpty();
        Source source =
                SourceForm.read(body(context), id, given -> view.source(given).orElse(null), "", clock.instant());
        if (isNew && view.sources().size() >= maxSources) {
            throw new ProblemException(Problem.of(
                    ProblemType.INVALID_SOURCE,
                    "there are " + maxSources + " sources already (dateline.ingest.poller.max-sources)"));
        }
        store.declare(source);
        answer(context, isNew ? HttpStatus.CREATED : HttpStatus.OK, source);
    }

    private static JsonNode body(Context context) throws IOException {
        MediaType type = MediaType.parse(context.header(Header.CONTENT_TYPE));
        if (!type.name().equals("application/json")) {
            throw new ProblemException(
                    Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json"));
        }
        byte[] bytes = context.bodyInputStream().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new ProblemException(
                    Problem.of(ProblemType.TOO_LARGE, "a source has at most " + MAX_BODY + " bytes"));
        }
        try {
            return Json.STRICT.readTree(StrictText.utf8(bytes));
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    Problem.of(ProblemType.MALFORMED_BODY, "this is not JSON; expected one object with url"));
        }
    }

    private void remove(Context context) {
        store.remove(known(context.pathParam("id")).id());
        context.status(HttpStatus.NO_CONTENT);
    }

    private void act(Context context) {
        String path = context.pathParam("id");
        int colon = path.lastIndexOf(':');
        Source source = known(colon < 0 ? path : path.substring(0, colon));
        Instant now = clock.instant();
        SourceBuilder changed = SourceBuilder.builder(source).updatedAt(now);
        switch (colon < 0 ? "" : path.substring(colon + 1)) {
            case "pause" -> changed.paused(true);
            // Also wakes a source whose server said it was gone.
            case "resume" -> changed.paused(false).pollRequestedAt(now);
            case "poll-now" -> changed.pollRequestedAt(now);
            default ->
                throw new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "POST goes to /v1/sources/{id}:pause, :resume or :poll-now; a source is declared with PUT"));
        }
        if (source.paused() && path.endsWith(":poll-now")) {
            throw new ProblemException(Problem.of(
                    ProblemType.INVALID_SOURCE, "\"" + source.id() + "\" is paused; resume it, which also polls it"));
        }
        store.declare(changed.build());
        answer(context, HttpStatus.ACCEPTED, changed.build());
    }

    /** Before that, a source could seem not to exist. */
    private void isRead() {
        if (!view.isComplete()) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.KAFKA_UNAVAILABLE,
                            "the topics of sources have not been read yet; is Kafka up, and was `dateline topics apply` run?"),
                    RETRY);
        }
    }

    private Source known(String id) {
        isRead();
        return view.source(id)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        SourceForm.isId(id)
                                ? "there is no source \"" + id + "\"; PUT declares one, GET /v1/sources lists them"
                                : "this is no source's id; GET /v1/sources lists them")));
    }

    private void answer(Context context, HttpStatus status, Source source) {
        context.status(status).json(SourceJson.of(source, view));
    }
}
