package dev.dateline.dashboard.http;

import dev.dateline.common.access.ApiKey;
import dev.dateline.common.http.AuditLog;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.dashboard.admin.AdminGate;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may change something. Reading is free, as everywhere on the dashboard; what changes something needs a key of scope admin. */
public final class Admission {
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S.*)", Pattern.CASE_INSENSITIVE);

    private final AdminGate gate;

    public Admission(AdminGate gate) {
        this.gate = gate;
    }

    /**
     * The id of the key, when it may.
     *
     * @throws ProblemException as {@link AdminGate#pass}
     */
    String admit(Context context) {
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
}
