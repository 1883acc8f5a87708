package dev.dateline.dashboard.http;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.series.SeriesName;
import dev.dateline.dashboard.series.SeriesWindow;
import dev.dateline.dashboard.topology.TopologyView;
import dev.dateline.dashboard.verdict.Watch;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The routes of what is measured: figures over time, marks on them, the verdict, the instances and the topology. */
public final class SeriesEndpoints implements Endpoints {
    /** In one answer: with an hour of seconds each, some hundred thousand numbers. */
    private static final int MAX_SERIES = 40;

    private static final Duration SHOWN_AT_FIRST = Duration.ofHours(1);
    private static final String CSV = "text/csv";

    private final InstantSource clock;
    private final Series series;
    private final Watch watch;
    private final TopologyView topology;

    public SeriesEndpoints(InstantSource clock, Series series, Watch watch) {
        this.clock = clock;
        this.series = series;
        this.watch = watch;
        this.topology = new TopologyView(series);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/series", this::series);
        routes.get("/v1/marks", context -> Answer.json(context, Map.of("marks", series.marks())));
        routes.get("/v1/verdict", context -> Answer.json(context, watch.verdict()));
        routes.get("/v1/pulse", context -> Answer.json(context, Pulse.of(clock.instant(), watch, series)));
        routes.get("/v1/instances", context -> Answer.json(context, Map.of("instances", series.fleet())));
        routes.get(
                "/v1/topology",
                context -> Answer.json(context, topology.graph("all".equals(context.queryParam("nodes")))));
    }

    private void series(Context context) {
        Instant now = clock.instant();
        Instant to = time(context, "to", now);
        Instant from = time(context, "from", to.minus(SHOWN_AT_FIRST));
        if (!from.isBefore(to)) {
            throw invalid("from", "begins before it ends: earlier than `to`");
        }
        SeriesWindow window = series.window(names(context), from, to);
        if (wantsCsv(context)) {
            Answer.headers(context);
            context.contentType(CSV + ";charset=utf-8");
            context.header("Content-Disposition", "attachment; filename=\"dateline-series.csv\"");
            context.result(SeriesCsv.of(window));
        } else {
            Answer.json(context, window);
        }
    }

    private static boolean wantsCsv(Context context) {
        String format = context.queryParam("format");
        if (format != null) {
            return switch (format) {
                case "csv" -> true;
                case "json" -> false;
                default -> throw invalid("format", "is csv or json");
            };
        }
        String accepted = context.header(Header.ACCEPT);
        return accepted != null && accepted.contains(CSV);
    }

    private static List<SeriesName> names(Context context) {
        String list = context.queryParam("metrics");
        if (list == null || list.isBlank()) {
            throw invalid("metrics", "names of metrics, separated by commas, for example raw,events");
        }
        List<String> texts =
                Arrays.stream(list.split(",")).map(String::strip).distinct().toList();
        if (texts.size() > MAX_SERIES) {
            throw invalid("metrics", "at most " + MAX_SERIES + " at a time");
        }
        return texts.stream()
                .map(text -> SeriesName.parse(text)
                        .orElseThrow(() -> invalid(
                                "metrics",
                                "names are " + SeriesName.known()
                                        + ", and step.NAME.rate, step.NAME.errors, step.NAME.p99_ms")))
                .toList();
    }

    private static Instant time(Context context, String name, Instant otherwise) {
        String text = context.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw invalid(name, "a time such as " + Json.iso(otherwise));
        }
    }

    private static ProblemException invalid(String field, String detail) {
        return new ProblemException(Problem.ofField(ProblemType.INVALID_REQUEST, field, detail));
    }
}
