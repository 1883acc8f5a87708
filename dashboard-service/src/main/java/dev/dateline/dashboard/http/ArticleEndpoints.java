package dev.dateline.dashboard.http;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.dashboard.articles.ArticleFilter;
import dev.dateline.dashboard.articles.ArticleReader;
import dev.dateline.dashboard.articles.Articles;
import dev.dateline.dashboard.articles.InvalidFilterException;
import dev.dateline.dashboard.articles.TimeSpan;
import dev.dateline.dashboard.articles.TrendKind;
import dev.dateline.dashboard.articles.TrendWindow;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The articles: a list with filters, one article whole, the map, the trends. */
public final class ArticleEndpoints implements Endpoints {
    private static final int MAX_ROWS = 500;
    private static final int USUAL_ROWS = 50;
    private static final String ONE = "/v1/events/{id}";

    private final Articles articles;
    private final ArticleReader reader;
    private final BooleanSupplier complete;

    /**
     * The routes over these.
     *
     * @param complete whether the topics behind them were read to their ends
     */
    public ArticleEndpoints(Articles articles, ArticleReader reader, BooleanSupplier complete) {
        this.articles = articles;
        this.reader = reader;
        this.complete = complete;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/events", this::list);
        routes.get(ONE, context -> answer(context, found(reader.detail(context.pathParam("id")))));
        routes.get(ONE + "/text", this::text);
        routes.get(ONE + "/raw", context -> answer(context, found(reader.raw(context.pathParam("id")))));
        routes.get("/v1/event-times", this::times);
        routes.get("/v1/map", this::map);
        routes.get("/v1/trends", this::trends);
    }

    private void list(Context context) {
        try {
            answer(
                    context,
                    articles.page(
                            filter(context),
                            context.queryParam("before"),
                            number(context, "limit", USUAL_ROWS, MAX_ROWS),
                            complete.getAsBoolean()));
        } catch (InvalidFilterException e) {
            throw invalid(e.parameter(), e.getMessage());
        }
    }

    private void map(Context context) {
        try {
            answer(context, articles.map(filter(context)));
        } catch (InvalidFilterException e) {
            throw invalid(e.parameter(), e.getMessage());
        }
    }

    private void times(Context context) {
        String code = Objects.requireNonNullElse(context.queryParam("span"), TimeSpan.HOUR.code());
        TimeSpan span = Arrays.stream(TimeSpan.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> invalid("span", "1h, 24h or 7d"));
        try {
            answer(context, articles.times(filter(context), span));
        } catch (InvalidFilterException e) {
            throw invalid(e.parameter(), e.getMessage());
        }
    }

    private void text(Context context) {
        answer(context, found(reader.text(context.pathParam("id"), number(context, "revision", 0, 999_999))));
    }

    private void trends(Context context) {
        TrendKind kind = kind(Objects.requireNonNullElse(context.queryParam("kind"), "topics"));
        String window = Objects.requireNonNullElse(context.queryParam("window"), "1h");
        switch (window) {
            case "1h" -> answer(context, articles.trends(kind, TrendWindow.HOUR));
            case "24h" -> answer(context, articles.trends(kind, TrendWindow.DAY));
            default -> throw invalid("window", "1h or 24h");
        }
    }

    private static TrendKind kind(String text) {
        for (TrendKind kind : TrendKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        throw invalid("kind", "topics, entities or places");
    }

    private static ArticleFilter filter(Context context) {
        Map<String, String> parameters = new HashMap<>();
        context.queryParamMap().forEach((name, values) -> parameters.put(name, values.get(0)));
        return ArticleFilter.of(parameters);
    }

    private static int number(Context context, String name, int otherwise, int most) {
        String text = context.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw invalid(name, "a whole number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    private static <T> T found(Optional<T> value) {
        return value.orElseThrow(() -> new ProblemException(Problem.of(
                ProblemType.NOT_FOUND,
                "no such event is among those that this dashboard holds, or its record has expired")));
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
