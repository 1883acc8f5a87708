package dev.dateline.standalone.push;

import java.net.URI;

/**
 * A document as it was fetched.
 *
 * @param url where it was found after redirects
 * @param mediaType as its server calls it
 */
@SuppressWarnings("ArrayRecordComponent") // documents are never compared
public record WebDocument(URI url, String mediaType, byte[] bytes) {}
