package dev.dateline.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.wire.Json;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is said of a source besides its address. Checked by ingest, which knows the rules. */
final class DeclarationOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--kind", paramLabel = "feed|sitemap", description = "What is there. Default: feed.")
    private String kind;

    @Option(names = "--name", paramLabel = "NAME", description = "What people call it.")
    private String name;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            description = "Where the poller starts, such as 30m, before it knows the source's rhythm.")
    private String interval;

    @Option(names = "--language", paramLabel = "TAG", description = "Of its articles where these do not say.")
    private String language;

    @Option(names = "--trust", paramLabel = "low|normal|high", description = "How far you trust it.")
    private String trust;

    @Option(names = "--full-text", description = "Fetch the page of each item, where robots.txt allows it.")
    private boolean fullText;

    @Option(
            names = "--header",
            paramLabel = "NAME:VALUE",
            description = "Sent with each request to its own host; several times for several.")
    private List<String> headers = List.of();

    /** The declaration, as the API takes it. */
    ObjectNode source(String url) {
        ObjectNode source = Json.MAPPER.createObjectNode();
        source.put("url", url);
        put(source, "kind", kind == null ? null : kind.toLowerCase(Locale.ROOT));
        put(source, "name", name);
        put(source, "interval", interval);
        put(source, "language", language);
        put(source, "trust", trust == null ? null : trust.toLowerCase(Locale.ROOT));
        if (fullText) {
            source.put("full_text", true);
        }
        if (!headers.isEmpty()) {
            ObjectNode fields = source.putObject("headers");
            headers.forEach(header -> header(fields, header));
        }
        return source;
    }

    private void header(ObjectNode fields, String header) {
        int colon = header.indexOf(':');
        if (colon < 1) {
            throw new ParameterException(spec.commandLine(), "--header must be a name, a colon and a value");
        }
        fields.put(
                header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }

    private static void put(ObjectNode source, String name, String value) {
        if (value != null) {
            source.put(name, value);
        }
    }
}
