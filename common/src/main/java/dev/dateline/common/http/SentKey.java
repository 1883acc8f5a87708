package dev.dateline.common.http;

import dev.dateline.common.access.ApiKey;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API key that a request sends, as {@code Authorization: Bearer} (RFC 6750 section 2.1) or as {@code X-Api-Key}. */
public final class SentKey {
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S.*)", Pattern.CASE_INSENSITIVE);

    private SentKey() {}

    /**
     * Asks a gate. The log of refused requests learns the key's id, and the client how to send one when that is what is missing.
     *
     * @param gate from the token, which is null when none was sent, to who this is
     * @throws ProblemException as the gate throws it
     */
    public static <T> T check(Context context, Function<String, T> gate) {
        String token = token(context);
        if (token != null) {
            ApiKey.parse(token).ifPresent(key -> context.attribute(AuditLog.KEY_ID, key.id()));
        }
        try {
            return gate.apply(token);
        } catch (ProblemException e) {
            if (e.problem().type().equals(ProblemType.UNAUTHORIZED.uri())) {
                // RFC 6750 section 3: no error code where no key was sent.
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
