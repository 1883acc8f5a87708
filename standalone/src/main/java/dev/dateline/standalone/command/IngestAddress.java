package dev.dateline.standalone.command;

import dev.dateline.standalone.sources.SourcesClient;
import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A running ingest, for commands that talk to one. */
final class IngestAddress {
    /** Of an administrator; in the environment, because a command line can be seen by others. */
    private static final String KEY_VARIABLE = "DATELINE_API_KEY";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of ingest. Default: what DATELINE_URL says, or " + IngestOptions.DEFAULT_URL
                    + ", where `dateline up` listens.")
    private URI url;

    SourcesClient sources() {
        return new SourcesClient(
                url == null ? IngestOptions.usual(spec) : IngestOptions.checked(url, spec),
                System.getenv(KEY_VARIABLE));
    }
}
