package dev.dateline.ingest.poll.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Tells addresses of the public internet from those that only this machine or network can reach. */
final class PublicAddress {
    private PublicAddress() {}

    /** Whether an address is globally reachable unicast, by the IANA special-purpose registries (RFC 6890). */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            byte[] embedded = embedded(bytes);
            return embedded != null ? isPublic4(embedded) : isPublic6(bytes);
        }
        return isPublic4(bytes);
    }

    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xFF;
        int second = b[1] & 0xFF;
        int third = b[2] & 0xFF;
        return switch (first) {
            case 0, 10, 127 -> false; // this network, private, loopback
            case 100 -> (second & 0xC0) != 64; // carrier-grade NAT
            case 169 -> second != 254; // link-local, cloud metadata
            case 172 -> (second & 0xF0) != 16; // private
            case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2)); // private, protocols, examples
            case 198 -> (second & 0xFE) != 18 && !(second == 51 && third == 100); // benchmarks, examples
            case 203 -> !(second == 0 && third == 113); // examples
            default -> first < 224; // multicast, reserved, broadcast
        };
    }

    /** Only 2000::/3 is given out; of it, documentation and Teredo are not for pages. */
    private static boolean isPublic6(byte[] b) {
        boolean unicast = (b[0] & 0xE0) == 0x20;
        boolean protocols = b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && (b[3] & 0xFF) < 2; // Teredo and others
        boolean examples = b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0D && b[3] == (byte) 0xB8;
        return unicast && !protocols && !examples;
    }

    /** The IPv4 address inside a NAT64 (64:ff9b::/96) or 6to4 (2002::/16) address; null for others. */
    private static byte[] embedded(byte[] b) {
        if (b[0] == 0x20 && b[1] == 0x02) {
            return Arrays.copyOfRange(b, 2, 6);
        }
        boolean nat64 = b[0] == 0 && b[1] == 0x64 && b[2] == (byte) 0xFF && b[3] == (byte) 0x9B;
        return nat64 ? Arrays.copyOfRange(b, 12, 16) : null;
    }
}
