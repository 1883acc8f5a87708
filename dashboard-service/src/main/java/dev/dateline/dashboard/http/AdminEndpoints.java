package dev.dateline.dashboard.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.dateline.common.access.ApiKey;
import dev.dateline.common.http.AuditLog;
import dev.dateline.common.http.Endpoints;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.admin.AdminGate;
import dev.dateline.dashboard.admin.Audit;
import dev.dateline.dashboard.deadletters.JobStatus;
import dev.dateline.dashboard.deadletters.LetterIndex;
import dev.dateline.dashboard.deadletters.LetterReader;
import dev.dateline.dashboard.deadletters.RedriveRequest;
import dev.dateline.dashboard.deadletters.Redriver;
import dev.dateline.dashboard.sources.SourceControl;
import dev.dateline.dashboard.sources.SourceTable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dead letters, redrives, the state of sources, the audit. Reading is free, as everywhere on the dashboard; what changes something needs
 * a key of scope admin. Sources are not below {@code /v1/sources}: ingest has that, perhaps on the same port.
 */
public final class AdminEndpoints implements Endpoints {
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S.*)", Pattern.CASE_INSENSITIVE);
    private static final String SOURCE = "/v1/source-status/{id}";
    private static final int MAX_BODY = 256 << 10;
    private static final int MAX_ROWS = 500;
    private static final int USUAL_ROWS = 50;

    private final AdminGate gate;
    private final Audit audit;
    private final LetterIndex letters;
    private final LetterReader reader;
    private final Redriver redriver;
    private final SourceTable sources;
    private final SourceControl control;
    private final BooleanSupplier complete;

    /**
     * The routes over these.
     *
     * @param complete whether the topics behind them were read to their ends
     */
    public AdminEndpoints(
            AdminGate gate,
            Audit audit,
            LetterIndex letters,
            LetterReader reader,
            Redriver redriver,
            SourceTable sources,
            SourceControl control,
            BooleanSupplier complete) {
        this.gate = gate;
        this.audit = audit;
        this.letters = letters;
        this.reader = reader;
        this.redriver = redriver;
        this.sources = sources;
        this.control = control;
        this.complete = complete;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/dead-letters", context -> answer(context, letters.groups(complete.getAsBoolean())));
        routes.get("/v1/dead-letters/list", this::list);
        routes.get("/v1/dead-letters/{partition}/{offset}", this::letter);
        routes.post("/v1/dead-letters:redrive", this::redrive);
        routes.get("/v1/jobs/{id}", context -> answer(context, known(redriver.job(context.pathParam("id")))));
        routes.delete("/v1/jobs/{id}", this::stop);
        routes.get("/v1/source-status", context -> answer(context, Map.of("sources", sources.rows())));
        routes.post(SOURCE + ":pause", context -> change(context, SourceControl.Action.PAUSE));
        routes.post(SOURCE + ":resume", context -> change(context, SourceControl.Action.RESUME));
        routes.post(SOURCE + ":poll-now", context -> change(context, SourceControl.Action.POLL_NOW));
        routes.get("/v1/audit", context -> answer(context, Map.of("entries", audit.newestFirst(limit(context)))));
    }

    private void list(Context context) {
        try {
            answer(context, letters.page(context.queryParam("group"), context.queryParam("before"), limit(context)));
        } catch (IllegalArgumentException e) {
            throw invalid("before", "take it from the former page's answer");
        }
    }

    private void letter(Context context) {
        int partition = (int) number(context, "partition", Integer.MAX_VALUE);
        long offset = number(context, "offset", Long.MAX_VALUE);
        answer(
                context,
                reader.read(partition, offset)
                        .orElseThrow(() -> new ProblemException(
                                Problem.of(ProblemType.NOT_FOUND, "no dead letter lies there, or it has expired"))));
    }

    private void redrive(Context context) throws IOException {
        String actor = admitted(context);
        byte[] body = context.bodyInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new ProblemException(
                    Problem.of(ProblemType.TOO_LARGE, "a selection has at most " + MAX_BODY + " bytes"));
        }
        JobStatus started = redriver.start(request(body), actor);
        context.status(HttpStatus.ACCEPTED).header(Header.LOCATION, "/v1/jobs/" + started.id());
        answer(context, started);
    }

    private static RedriveRequest request(byte[] body) throws IOException {
        RedriveRequest request;
        try {
            request = Json.STRICT.readValue(body, RedriveRequest.class);
        } catch (JsonMappingException e) {
            // What our own records say of a value is behind Jackson's words, which quote the body.
            throw e.getCause() instanceof IllegalArgumentException own
                    ? invalid("selection", own.getMessage())
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
        String actor = admitted(context);
        answer(context, known(redriver.stop(context.pathParam("id"), actor)));
    }

    private static JobStatus known(Optional<JobStatus> job) {
        return job.orElseThrow(() -> new ProblemException(
                Problem.of(ProblemType.NOT_FOUND, "this dashboard has no job of that id, or not any more")));
    }

    private void change(Context context, SourceControl.Action action) {
        String actor = admitted(context);
        control.change(context.pathParam("id"), action, actor);
        context.status(HttpStatus.ACCEPTED);
        answer(context, Map.of("source_id", context.pathParam("id")));
    }

    /** The id of the key, when it may. */
    private String admitted(Context context) {
        String token = token(context);
        if (token != null) {
            ApiKey.parse(token).ifPresent(key -> context.attribute(AuditLog.KEY_ID, key.id()));
        }
        try {
            return gate.pass(token);
        } catch (ProblemException e) {
            if (e.problem().type().equals(ProblemType.UNAUTHORIZED.uri())) {
                context.header(
                        Header.WWW_AUTHENTICATE,
                        "Bearer realm=\"dateline\"" + (token == null ? "" : ", error=\"invalid_token\""));
            }
            throw e;
        }
    }

    private static String token(Context context) {
        String header = context.header(Header.AUTHORIZATION);
        if (header != null) {
            Matcher bearer = BEARER.matcher(header.strip());
            return bearer.matches() ? bearer.group(1) : header;
        }
        return context.header("X-Api-Key");
    }

    private static int limit(Context context) {
        String text = context.queryParam("limit");
        if (text == null) {
            return USUAL_ROWS;
        }
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_ROWS) {
            throw invalid("limit", "a whole number from 1 to " + MAX_ROWS);
        }
        return Integer.parseInt(text);
    }

    private static long number(Context context, String name, long most) {
        String text = context.pathParam(name);
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw invalid(name, "a whole number");
        }
        return Long.parseLong(text);
    }

    private static ProblemException invalid(String field, String detail) {
        return new ProblemException(Problem.ofField(ProblemType.INVALID_REQUEST, field, detail));
    }

    private static void answer(Context context, Object value) {
        context.header(Header.CACHE_CONTROL, "no-store");
        context.header("X-Content-Type-Options", "nosniff");
        context.json(value);
    }
}
