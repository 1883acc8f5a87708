package dev.dateline.dashboard.http;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import io.javalin.http.Context;

/** Numbers of a request, and what is said of a wrong one. */
final class Query {
    private Query() {}

    /** A number from 1 to {@code most}, at most six digits. */
    static int number(Context context, String name, int otherwise, int most) {
        String text = context.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw invalid(name, "a whole number from 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    /** A number of the path from 0 to {@code most}. */
    static long pathNumber(Context context, String name, long most) {
        String text = context.pathParam(name);
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw invalid(name, "a whole number");
        }
        return Long.parseLong(text);
    }

    static ProblemException invalid(String field, String detail) {
        return new ProblemException(Problem.ofField(ProblemType.INVALID_REQUEST, field, detail));
    }
}
