package dev.dateline.dashboard.http;

import io.javalin.http.Context;
import io.javalin.http.Header;

/** Answers that change from one moment to the next. */
final class Answer {
    private Answer() {}

    static void json(Context context, Object value) {
        headers(context);
        context.json(value);
    }

    static void headers(Context context) {
        context.header(Header.CACHE_CONTROL, "no-store");
        context.header("X-Content-Type-Options", "nosniff");
    }
}
