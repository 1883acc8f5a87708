package dev.dateline.common.address;

import java.util.List;
import java.util.Optional;

/**
 * The form of an address that identifies an article: addresses that differ in spelling, tracking, or the device a page is made for have
 * the same form. The rules and why they are so are in {@code docs/identity.md}.
 *
 * <p>When in doubt two addresses stay two: an article under two ids is found as an exact copy, but of two articles under one id, one
 * would be taken for a revision of the other. The form identifies; it is not promised that anything answers there.
 */
public final class SameArticle {
    private SameArticle() {}

    /**
     * The identifying form. Applying it twice changes nothing more; it never throws. Time is linear in the length, for each of the
     * addresses that are wrapped in one another.
     *
     * @param url any text; one that is no {@link Address} comes back as it is
     */
    public static String at(String url) {
        Optional<Address> parsed = Address.parse(url);
        if (parsed.isEmpty()) {
            return url;
        }
        Spelled spelled = Spelled.of(parsed.get());
        Optional<Address> wrapped = spelled.wrapped();
        while (wrapped.isPresent()) {
            spelled = Spelled.of(wrapped.get());
            wrapped = spelled.wrapped(); // one wrapper fewer each time, so this ends
        }
        return spelled.article();
    }

    /** An address in one spelling, and still whole: wrappers are recognised before AMP and print marks are taken away. */
    private record Spelled(String host, String port, List<String> path, List<String> query, String fragment) {
        static Spelled of(Address address) {
            return new Spelled(
                    HostRules.normalized(address.host()),
                    portUnlessDefault(address.port()),
                    PathRules.segments(address.path()),
                    QueryRules.parameters(address.query()),
                    route(address.fragment()));
        }

        Optional<Address> wrapped() {
            return Wrapping.wraps(host) ? Wrapping.wrapped(host, path, query) : Optional.empty();
        }

        String article() {
            List<String> plain = Wrapping.wraps(host) ? path : PathRules.article(path);
            String parameters = query.isEmpty() ? "" : "?" + String.join("&", query);
            return "https://" + host + port + "/" + String.join("/", plain) + parameters + fragment;
        }
    }

    /** Both schemes' own ports, because both schemes are one. */
    private static String portUnlessDefault(String given) {
        String digits = given == null ? "" : given.replaceFirst("^0+(?=.)", "");
        return digits.isEmpty() || digits.equals("80") || digits.equals("443") ? "" : ":" + digits;
    }

    /** A fragment is a place on a page, unless a page's script takes it for the page's name. */
    private static String route(String fragment) {
        boolean names = fragment != null && (fragment.startsWith("!") || fragment.startsWith("/"));
        return names && fragment.length() > 1 ? "#" + PercentCode.normalized(fragment, PercentCode.QUERY) : "";
    }
}
