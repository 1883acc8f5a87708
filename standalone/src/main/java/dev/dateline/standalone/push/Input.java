package dev.dateline.standalone.push;

import java.net.URI;
import java.nio.file.Path;

/** One thing to push; {@code name} is what results call it. */
public sealed interface Input {
    String name();

    /** A file of a known kind; {@code bytes} as it lies on the disk. */
    record InFile(String name, Path path, FileKind kind, long bytes) implements Input {}

    /** Standard input. */
    record InStream(String name) implements Input {}

    /** A web page. */
    record OnWeb(String name, URI address) implements Input {}

    /** An argument that can't be pushed, and why. */
    record Nothing(String name, String why) implements Input {}
}
