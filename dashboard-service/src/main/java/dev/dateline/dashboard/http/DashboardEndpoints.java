package dev.dateline.dashboard.http;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.runtime.Health;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.view.ArticleFate;
import dev.dateline.dashboard.view.DashboardView;
import dev.dateline.dashboard.view.Reach;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The routes of the dashboard: the page, what it shows as JSON, the live stream, and what became of an article. */
public final class DashboardEndpoints implements Endpoints {
    /** One document for all of them: its script looks at the path. */
    private static final List<String> PAGES = List.of(
            "/", "/pipeline", "/articles", "/articles/{id}", "/map", "/trends", "/sources", "/dead-letters", "/alerts");

    private static final int MAX_ROWS = 1000;
    private static final int MAX_QUERY = 256;
    private static final Pattern ARTICLE_ID = Pattern.compile("[0-9a-v]{26}");

    private final DashboardView view;
    private final LiveStream stream;
    private final Supplier<Health> health;

    public DashboardEndpoints(DashboardView view, LiveStream stream, Supplier<Health> health) {
        this.view = view;
        this.stream = stream;
        this.health = health;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        Asset page = Asset.of("index.html", "text/html;charset=utf-8");
        PAGES.forEach(path -> routes.get(path, page::serve));
        routes.get("/assets/dashboard.css", Asset.of("dashboard.css", "text/css;charset=utf-8")::serve);
        routes.get("/assets/dashboard.js", Asset.of("dashboard.js", "text/javascript;charset=utf-8")::serve);
        routes.get("/assets/world.json", Asset.of("world.json", "application/json")::serve);
        routes.get("/assets/icon.svg", Asset.of("icon.svg", "image/svg+xml")::serve);
        routes.get("/v1/overview", context -> Answer.json(context, view.overview(health.get())));
        routes.get("/v1/ledger", this::ledger);
        routes.get("/v1/articles/{id}", this::article);
        routes.get("/v1/stream", stream::open);
    }

    @Override
    public void stopping() {
        stream.close();
    }

    private void ledger(Context context) {
        String query = Objects.requireNonNullElse(context.queryParam("q"), "");
        if (query.length() > MAX_QUERY) {
            throw Query.invalid("q", "a search has at most " + MAX_QUERY + " characters");
        }
        Answer.json(context, view.ledger(query, Query.number(context, "limit", DashboardView.TOP_SOURCES, MAX_ROWS)));
    }

    private void article(Context context) {
        String id = context.pathParam("id");
        if (!ARTICLE_ID.matcher(id).matches()) {
            throw Query.invalid(
                    "id", "an article id is 26 characters, 0-9 and a-v, as in the answer to the article's delivery");
        }
        ArticleFate fate = view.fate(id).orElseThrow(() -> notSeen(view.reach()));
        Answer.json(context, fate);
    }

    private static ProblemException notSeen(Reach reach) {
        return new ProblemException(Problem.of(
                ProblemType.NOT_FOUND,
                "no event, duplicate or dead letter of this article was seen since " + Json.iso(reach.since())
                        + "; the index holds the " + reach.articles()
                        + " articles mentioned last, older ones are on the topics"));
    }
}
