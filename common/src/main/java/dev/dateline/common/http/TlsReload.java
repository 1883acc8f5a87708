package dev.dateline.common.http;

import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyStore;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a renewed certificate without a restart: looks at the files' times, not by events, which many mounted volumes do not send. */
final class TlsReload extends ConnectorTask {
    private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);
    private static final long PERIOD_SECONDS = 2;

    private final TlsSettings settings;
    private final SslContextFactory.Server context;
    private String state;

    TlsReload(TlsSettings settings, SslContextFactory.Server context, ServerConnector connector) {
        super(connector, PERIOD_SECONDS);
        this.settings = settings;
        this.context = context;
        this.state = state();
    }

    @Override
    void look() {
        String now = state();
        if (!now.equals(state)) {
            state = now;
            reload();
        }
    }

    /** Half a renewal, a new certificate beside the old key, is refused here and complete at one of the next looks. */
    private void reload() {
        try {
            KeyStore renewed = PemKeyStore.load(settings);
            context.reload(factory -> factory.setKeyStore(renewed));
            LOG.info("serving the renewed certificate of {}", settings.certificate());
        } catch (TlsException e) {
            LOG.warn("the certificate was changed and is not used, the one before is served on: {}", e.getMessage());
        } catch (Exception e) {
            LOG.error("the renewed certificate could not be put in place", e);
        }
    }

    private String state() {
        try {
            return Files.getLastModifiedTime(settings.certificate()) + " "
                    + Files.getLastModifiedTime(settings.privateKey()) + " " + Files.size(settings.certificate());
        } catch (IOException e) {
            return "being replaced: " + e.getMessage();
        }
    }
}
