package dev.dateline.ingest.read;

import dev.dateline.common.address.Address;

/** Whether a text is an absolute http(s) address, as {@code url} and {@code image_url} must be. */
public final class WebAddress {
    static final int MAX_LENGTH = Address.MAX_LENGTH;

    private WebAddress() {}

    public static boolean isValid(String url) {
        return Address.parse(url).isPresent();
    }
}
