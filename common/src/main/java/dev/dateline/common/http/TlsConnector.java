package dev.dateline.common.http;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty's connector with TLS: its own choice of protocols and ciphers, our certificate, renewed while it runs. */
final class TlsConnector {
    private TlsConnector() {}

    static ServerConnector create(Server server, HttpConfiguration http, TlsSettings settings) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(PemKeyStore.load(settings));
        context.setKeyStorePassword("");
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        // There is one certificate; whether it has the name the client asked for is the client's question.
        secure.setSniHostCheck(false);
        http.addCustomizer(secure);
        ServerConnector connector = new ServerConnector(
                server,
                new SslConnectionFactory(context, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(http));
        connector.addBean(new TlsReload(settings, context, connector));
        return connector;
    }
}
