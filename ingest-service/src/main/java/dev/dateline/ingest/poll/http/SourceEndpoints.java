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
import dev.dateline.ingest.poll.source.SourceReading;
import dev.dateline.ingest.poll.source.SourceStore;
import dev.dateline.ingest.poll.source.SourceView;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.StrictText;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.function.UnaryOperator;

/**
 * {@code /v1/sources}: GET lists, {@code /v1/sources/{id}} takes GET, PUT and DELETE, and POST with {@code :pause}, {@code :resume} and
 * {@code :poll-now} behind the id. Any instance answers for all sources. A change is on Kafka and seen by this instance before it is
 * answered.
 */
public final class SourceEndpoints implements Endpoints {
    private static final String ONE = "/v1/sources/{id}";
    private static final int MAX_BODY = 256 << 10;

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
        routes.post(ONE + ":pause", this::pause);
        routes.post(ONE + ":resume", this::resume);
        routes.post(ONE + ":poll-now", this::pollNow);
    }

    private void list(Context context) {
        SourceReading.await(view);
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
        SourceReading.await(view);
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

    private void pause(Context context) {
        change(context, source -> source.paused(true));
    }

    /** Also wakes a source whose server said it was gone. */
    private void resume(Context context) {
        change(context, source -> source.paused(false).pollRequestedAt(clock.instant()));
    }

    private void pollNow(Context context) {
        Source source = known(context.pathParam("id"));
        if (source.paused()) {
            throw new ProblemException(Problem.of(
                    ProblemType.INVALID_SOURCE, "\"" + source.id() + "\" is paused; resume it, which also polls it"));
        }
        change(context, changed -> changed.pollRequestedAt(clock.instant()));
    }

    private void change(Context context, UnaryOperator<SourceBuilder> change) {
        Source changed = change.apply(
                        SourceBuilder.builder(known(context.pathParam("id"))).updatedAt(clock.instant()))
                .build();
        store.declare(changed);
        answer(context, HttpStatus.ACCEPTED, changed);
    }

    private Source known(String id) {
        SourceReading.await(view);
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
