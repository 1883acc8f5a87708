package dev.dateline.ingest.poll.fetch;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of a request. */
public sealed interface Fetched {

    /** The redirects that were followed, in order. */
    List<Hop> hops();

    /** One redirect: a permanent one (301, 308) says that the old address need not be asked again. */
    record Hop(int status, URI to) {
        boolean permanent() {
            return status == 301 || status == 308;
        }
    }

    /**
     * A server answered.
     *
     * @param url that answered, after redirects
     * @param headers by name in lower case
     * @param body unpacked; empty unless the status is 2xx
     */
    @SuppressWarnings("ArrayRecordComponent") // answers are never compared
    record Answer(int status, URI url, List<Hop> hops, Map<String, List<String>> headers, byte[] body)
            implements Fetched {

        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }

        public List<String> headers(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }

        /** Where the requested document lives now: as far as redirects were permanent from the first on. */
        public Optional<URI> movedTo() {
            URI moved = null;
            for (Hop hop : hops) {
                if (!hop.permanent()) {
                    break;
                }
                moved = hop.to();
            }
            return Optional.ofNullable(moved);
        }
    }

    /**
     * There was no answer, or none that may be used.
     *
     * @param detail what went wrong and, where a person can mend it, how
     */
    record Failed(Cause cause, String detail, List<Hop> hops) implements Fetched {}

    /** Why there is no answer. */
    enum Cause {
        /** The name is unknown, the connection refused, or it broke. */
        UNREACHABLE,
        /** The address is not public, or no address one may ask. */
        REFUSED_ADDRESS,
        /** It took longer than it may, however slowly it still moved. */
        TIMEOUT,
        /** It is longer than it may be. */
        TOO_LARGE,
        /** Too many redirects, a loop, or one that leads nowhere. */
        REDIRECTS,
        /** It is not packed as it says. */
        BROKEN
    }
}
