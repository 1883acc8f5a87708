package dev.dateline.ingest.poll.fetch;

import java.net.UnknownHostException;

/** A host that stands for an address which is not to be asked; of the resolver's own kind, because it ends a connection attempt. */
final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedAddressException(String message) {
        super(message);
    }
}
