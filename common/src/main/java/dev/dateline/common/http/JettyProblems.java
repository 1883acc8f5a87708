package dev.dateline.common.http;

import dev.dateline.common.wire.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Errors that Jetty finds before a route is asked (a malformed request line, headers without end), as problems. Jetty's own page
 * would repeat the request and name classes.
 */
final class JettyProblems extends ErrorHandler {
    private final AuditLog audit;

    JettyProblems(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        Problem problem = Problem.ofStatus(code, detail(code));
        audit.note(request, code, problem.type());
        response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
    }

    /** Of the status alone: message and cause may hold names of classes and parts of the request. */
    private static String detail(int code) {
        return switch (code) {
            case HttpStatus.BAD_REQUEST_400 -> "this is not a valid HTTP request";
            case HttpStatus.REQUEST_TIMEOUT_408 -> "the request did not arrive in time; send it again";
            case HttpStatus.URI_TOO_LONG_414 -> "the address is too long";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "the request's headers are too large; send fewer";
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> "the server is stopping; send it again";
            default -> HttpStatus.getMessage(code);
        };
    }
}
