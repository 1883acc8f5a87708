package dev.dateline.dashboard.http;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.SentKey;
import dev.dateline.dashboard.admin.AdminGate;
import io.javalin.http.Context;

/** Who may change something. Reading is free, as everywhere on the dashboard; what changes something needs a key of scope admin. */
public final class Admission {
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
        return SentKey.check(context, gate::pass);
    }
}
