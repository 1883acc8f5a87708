package dev.dateline.ingest.poll.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves hosts to the addresses that may be connected to, against server-side request forgery (OWASP SSRF, CWE-918). The client
 * connects to what is returned here and asks nobody else, so a name that changes its address between check and connection gains
 * nothing (DNS rebinding). Every hop of a redirect passes here, and so do hosts written as numbers.
 */
final class AddressGuard implements DnsResolver {
    private final Networks allowed;
    private final Resolver resolver;

    /** Names to addresses; a seam for tests. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    AddressGuard(Networks allowed, Resolver resolver) {
        this.allowed = allowed;
        this.resolver = resolver;
    }

    /**
     * The addresses of a host that may be asked.
     *
     * @throws RefusedAddressException when it has addresses, and one of them is private: an honest host has none such
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        List<InetAddress> refused =
                Arrays.stream(addresses).filter(address -> !isAllowed(address)).toList();
        if (!refused.isEmpty()) {
            throw new RefusedAddressException(
                    host + " is not on the public internet; dateline.ingest.poller.allow-private"
                            + " names networks that are asked all the same");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean isAllowed(InetAddress address) {
        return PublicAddress.isPublic(address) || allowed.contain(address);
    }
}
