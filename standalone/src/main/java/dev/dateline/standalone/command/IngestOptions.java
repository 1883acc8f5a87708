package dev.dateline.standalone.command;

import dev.dateline.common.client.Connection;
import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.Patience;
import dev.dateline.standalone.LocalIngest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where articles are sent: to a running ingest, or through one of this process into a cluster. */
final class IngestOptions {
    static final String DEFAULT_URL = "http://127.0.0.1:8080";
    private static final String URL_VARIABLE = "DATELINE_URL";
    private static final String KEY_VARIABLE = "DATELINE_API_KEY";
    private static final Duration READY_WITHIN = Duration.ofSeconds(20);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of ingest. Default: what " + URL_VARIABLE + " says, or " + DEFAULT_URL
                    + ", where `dateline up` listens; with "
                    + "--bootstrap-servers alone, an ingest of this command's own in front of that cluster.")
    private URI url;

    @Option(
            names = "--retry-for",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = Lengths.class,
            description =
                    "How long to go on while ingest is busy (429) or Kafka is away (503). Default: ${DEFAULT-VALUE}.")
    private Duration retryFor;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "The key that ingest asks for. Default: what " + KEY_VARIABLE
                    + " says, where other users of this machine can't read it.")
    private String apiKey;

    @Option(names = "--gzip", description = "Compress what is sent: worth it over a network.")
    private boolean gzip;

    @Mixin
    private ClusterOptions cluster;

    ClusterOptions cluster() {
        return cluster;
    }

    /** An ingest to send to. */
    record Target(IngestClient client, LocalIngest own) implements AutoCloseable {
        @Override
        public void close() {
            if (own != null) {
                own.close();
            }
        }
    }

    /** Whether both an ingest and a cluster are named. */
    boolean namesBoth() {
        return url != null && cluster.bootstrapServers() != null;
    }

    /** The ingest that the options name, ready to take articles. */
    Target open() throws InterruptedException {
        Patience patience = new Patience(retryFor);
        if (url != null || cluster.bootstrapServers() == null) {
            URI address = url == null ? usual(spec) : checked(url, spec);
            return new Target(new IngestClient(connection(address).with(patience)), null);
        }
        LocalIngest own = LocalIngest.start(cluster.settings(Map.of("dateline.ingest.poller.enabled", "false")));
        List<String> notReady = own.awaitReady(READY_WITHIN);
        if (!notReady.isEmpty()) {
            own.close();
            throw new CommandFailure(String.join("; ", notReady));
        }
        return new Target(new IngestClient(own.url(), patience), own);
    }

    private Connection connection(URI address) {
        String key = apiKey == null ? System.getenv(KEY_VARIABLE) : apiKey;
        Connection connection = Connection.to(address).withApiKey(key);
        return gzip ? connection.compressed() : connection;
    }

    /** Where ingest is unless the command line says so. */
    static URI usual(CommandSpec spec) {
        return checked(URI.create(System.getenv().getOrDefault(URL_VARIABLE, DEFAULT_URL)), spec);
    }

    static URI checked(URI address, CommandSpec spec) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
            throw new ParameterException(
                    spec.commandLine(), "--url must be an address such as " + DEFAULT_URL + ", not " + address);
        }
        return address;
    }
}
