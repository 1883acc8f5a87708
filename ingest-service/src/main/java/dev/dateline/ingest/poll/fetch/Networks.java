package dev.dateline.ingest.poll.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Networks in CIDR form (RFC 4632, RFC 4291 section 2.3) that may be asked although they are not public. */
public final class Networks {
    public static final Networks NONE = new Networks(List.of());

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F:.]{2,45})/([0-9]{1,3})");

    private final List<Network> networks;

    @SuppressWarnings("ArrayRecordComponent") // networks are never compared
    private record Network(byte[] prefix, int bits) {
        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != prefix[i]) {
                    return false;
                }
            }
            int rest = bits % 8;
            int mask = 0xFF << (8 - rest);
            return rest == 0 || (address[whole] & mask) == (prefix[whole] & mask);
        }
    }

    private Networks(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * The networks of a setting.
     *
     * @param list with commas, for example {@code 127.0.0.0/8, ::1/128}; may be empty
     * @throws IllegalArgumentException when one of them has not this form; the message names it
     */
    public static Networks parse(String list) {
        List<Network> networks = new ArrayList<>();
        for (String text : list.split(",", -1)) {
            if (!text.isBlank()) {
                networks.add(network(text.strip()));
            }
        }
        return networks.isEmpty() ? NONE : new Networks(List.copyOf(networks));
    }

    private static Network network(String text) {
        Matcher parts = FORM.matcher(text);
        if (parts.matches()) {
            int bits = Integer.parseInt(parts.group(2));
            byte[] prefix = literal(parts.group(1));
            if (prefix != null && bits <= prefix.length * 8) {
                return new Network(prefix, bits);
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a network such as 10.0.0.0/8 or fd00::/8");
    }

    private static byte[] literal(String text) {
        try {
            // Digits, dots and colons only, so no name is ever looked up.
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return networks.stream().anyMatch(network -> network.contains(bytes));
    }
}
