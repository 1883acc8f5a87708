package dev.dateline.common.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One line for each request to the API ({@code /v1/}) that was refused, in the logger {@code audit}: who, what, why; nothing of the
 * article. What the client chose itself is escaped and cut. A bound on lines per second keeps a flood of bad requests from filling
 * the disk; how many were left out is said by the next line.
 */
public final class AuditLog {
    /** Attribute of a request: the id of the key that came with it, good or not. */
    static final String KEY_ID = "dateline.key-id";

    /** Attribute of a request: the type of the problem it was answered with. */
    static final String PROBLEM = "dateline.problem";

    private static final Logger AUDIT = LoggerFactory.getLogger("audit");
    private static final String API = "/v1/";
    private static final int LEAST_REFUSAL = 400;
    private static final int MAX_TEXT = 200;
    private static final int LAST_ASCII = 0x7E;

    private final int linesPerSecond;
    private long second;
    private int linesInSecond;
    private long leftOut;

    AuditLog(int linesPerSecond) {
        this.linesPerSecond = linesPerSecond;
    }

    /** A request that reached a route, or none; called when it has been answered. */
    void note(Context context) {
        if (context.statusCode() >= LEAST_REFUSAL && context.path().startsWith(API)) {
            Request request = ServletContextRequest.getServletContextRequest(context.req());
            write(request, context.statusCode(), context.attribute(KEY_ID), context.attribute(PROBLEM));
        }
    }

    /** A request that Jetty refused before a route was asked. */
    void note(Request request, int status, String problem) {
        write(request, status, null, problem);
    }

    private void write(Request request, int status, String keyId, String problem) {
        long before = leftOutBefore(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()));
        if (before < 0) {
            return;
        }
        Map<String, Object> fields = new TreeMap<>();
        fields.put("remote", Request.getRemoteAddr(request));
        fields.put("method", escaped(request.getMethod()));
        fields.put("path", escaped(request.getHttpURI().getPath()));
        fields.put("status", status);
        fields.put("bytes", Math.max(0, Request.getContentBytesRead(request)));
        if (keyId != null) {
            fields.put("key", escaped(keyId));
        }
        if (problem != null) {
            fields.put("problem", problem);
        }
        if (before > 0) {
            fields.put("left_out", before);
        }
        log(fields);
    }

    /** The fields twice: as key-value pairs for a collector's JSON, in the message for people. */
    private static void log(Map<String, Object> fields) {
        StringBuilder message = new StringBuilder("refused");
        LoggingEventBuilder line = AUDIT.atLevel(Level.WARN);
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            message.append(' ').append(field.getKey()).append('=').append(field.getValue());
            line = line.addKeyValue(field.getKey(), field.getValue());
        }
        line.log("{}", message);
    }

    /** How many were left out since the last line that was written; -1 when this one is to be left out, too. */
    synchronized long leftOutBefore(long now) {
        if (now != second) {
            second = now;
            linesInSecond = 0;
        }
        if (linesInSecond == linesPerSecond) {
            leftOut++;
            return -1;
        }
        linesInSecond++;
        long before = leftOut;
        leftOut = 0;
        return before;
    }

    /** Printable ASCII without blanks and quotes; the rest as {@code \}{@code u00e9}. */
    static String escaped(String text) {
        if (text == null) {
            return "-";
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && line.length() < MAX_TEXT; i++) {
            char unit = text.charAt(i);
            if (unit > ' ' && unit <= LAST_ASCII && unit != '"' && unit != '\\') {
                line.append(unit);
            } else {
                line.append(String.format("\\u%04x", (int) unit));
            }
        }
        return line.toString();
    }
}
