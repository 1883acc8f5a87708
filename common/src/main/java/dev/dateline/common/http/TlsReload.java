package dev.dateline.common.http;

import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a renewed certificate without a restart: looks at the files' times, not by events, which many mounted volumes do not send. */
final class TlsReload extends AbstractLifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);
    private static final long PERIOD_SECONDS = 2;

    private final TlsSettings settings;
    private final SslContextFactory.Server context;
    private final ServerConnector connector;
    private String state;
    private Scheduler.Task next;

    TlsReload(TlsSettings settings, SslContextFactory.Server context, ServerConnector connector) {
        this.settings = settings;
        this.context = context;
        this.connector = connector;
        this.state = state();
    }

    @Override
    protected void doStart() {
        again();
    }

    @Override
    protected synchronized void doStop() {
        if (next != null) {
            next.cancel();
        }
    }

    private synchronized void again() {
        if (isStarting() || isStarted()) {
            next = connector.getScheduler().schedule(this::look, PERIOD_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        String now = state();
        if (!now.equals(state)) {
            state = now;
            reload();
        }
        again();
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
