package dev.dateline.dashboard.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.dateline.common.http.Endpoints;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.deadletters.JobStatus;
import dev.dateline.dashboard.deadletters.LetterIndex;
import dev.dateline.dashboard.deadletters.LetterReader;
import dev.dateline.dashboard.deadletters.RedriveRequest;
import dev.dateline.dashboard.deadletters.Redriver;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Dead letters: groups, a list, one letter whole; and what puts them back on their topics. */
public final class DeadLetterEndpoints implements Endpoints {
    private static final int MAX_BODY = 256 << 10;
    private static final int MAX_ROWS = 500;
    private static final int USUAL_ROWS = 50;

    private final Admission admission;
    private final LetterIndex letters;
    private final LetterReader reader;
    private final Redriver redriver;
    private final BooleanSupplier complete;

    /**
     * The routes over these.
     *
     * @param complete whether the topics behind them were read to their ends
     */
    public DeadLetterEndpoints(
            Admission admission,
            LetterIndex letters,
            LetterReader reader,
            Redriver redriver,
            BooleanSupplier complete) {
        this.admission = admission;
        this.letters = letters;
        this.reader = reader;
        this.redriver = redriver;
        this.complete = complete;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/dead-letters", context -> Answer.json(context, letters.groups(complete.getAsBoolean())));
        routes.get("/v1/dead-letters/list", this::list);
        routes.get("/v1/dead-letters/{partition}/{offset}", this::letter);
        routes.post("/v1/dead-letters:redrive", this::redrive);
        routes.get("/v1/jobs/{id}", context -> Answer.json(context, known(redriver.job(context.pathParam("id")))));
        routes.delete("/v1/jobs/{id}", this::stop);
    }

    private void list(Context context) {
        try {
            Answer.json(
                    context,
                    letters.page(
                            context.queryParam("group"),
                            context.queryParam("before"),
                            Query.number(context, "limit", USUAL_ROWS, MAX_ROWS)));
        } catch (IllegalArgumentException e) {
            throw Query.invalid("before", "take it from the former page's answer");
        }
    }

    private void letter(Context context) {
        int partition = (int) Query.pathNumber(context, "partition", Integer.MAX_VALUE);
        long offset = Query.pathNumber(context, "offset", Long.MAX_VALUE);
        Answer.json(
                context,
                reader.read(partition, offset)
                        .orElseThrow(() -> new ProblemException(
                                Problem.of(ProblemType.NOT_FOUND, "no dead letter lies there, or it has expired"))));
    }

    private void redrive(Context context) throws IOException {
        String actor = admission.admit(context);
        byte[] body = context.bodyInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new ProblemException(
                    Problem.of(ProblemType.TOO_LARGE, "a selection has at most " + MAX_BODY + " bytes"));
        }
        JobStatus started = redriver.start(request(body), actor);
        context.status(HttpStatus.ACCEPTED).header(Header.LOCATION, "/v1/jobs/" + started.id());
        Answer.json(context, started);
    }

    private static RedriveRequest request(byte[] body) throws IOException {
        RedriveRequest request;
        try {
            request = Json.STRICT.readValue(body, RedriveRequest.class);
        } catch (JsonMappingException e) {
            // What our own records say of a value is behind Jackson's words, which quote the body.
            throw e.getCause() instanceof IllegalArgumentException own
                    ? Query.invalid("selection", own.getMessage())
                    : malformed();
        } catch (JsonProcessingException e) {
            throw malformed();
        }
        if (request == null) {
            throw malformed();
        }
        return request;
    }

    private static ProblemException malformed() {
        return new ProblemException(Problem.of(
                ProblemType.MALFORMED_BODY, "expected an object with selection, dry_run and rate_per_second"));
    }

    private void stop(Context context) {
        String actor = admission.admit(context);
        Answer.json(context, known(redriver.stop(context.pathParam("id"), actor)));
    }

    private static JobStatus known(Optional<JobStatus> job) {
        return job.orElseThrow(() -> new ProblemException(
                Problem.of(ProblemType.NOT_FOUND, "this dashboard has no job of that id, or not any more")));
    }
}
