package dev.dateline.standalone.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the arguments of {@code push} stand for, in order; folders become their files, sorted by path. */
public final class Inputs {
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");
    private static final String STDIN = "-";
    /** Their names are held in memory; more articles than this are better pushed as lines. */
    private static final int MAX_FILES = 1_000_000;

    private final List<Input> found = new ArrayList<>();
    private int skipped;

    private Inputs() {}

    public static Inputs of(List<String> arguments) {
        Inputs inputs = new Inputs();
        arguments.forEach(inputs::add);
        return inputs;
    }

    public List<Input> all() {
        return List.copyOf(found);
    }

    /** Files in folders that are passed over because of their ending, or because they or their folder are hidden. */
    public int skipped() {
        return skipped;
    }

    /** The sizes of all files; below zero when something has no known size. */
    public long bytes() {
        long sum = 0;
        for (Input input : found) {
            if (input instanceof Input.InFile file) {
                sum += file.bytes();
            } else if (!(input instanceof Input.Nothing)) {
                return -1;
            }
        }
        return sum;
    }

    private void add(String argument) {
        if (argument.equals(STDIN)) {
            found.add(new Input.InStream("stdin"));
        } else if (WEB.matcher(argument).matches()) {
            found.add(page(argument));
        } else if (Files.isDirectory(Path.of(argument))) {
            addFolder(argument);
        } else {
            found.add(file(argument, Path.of(argument)));
        }
    }

    private static Input page(String argument) {
        try {
            return new Input.OnWeb(argument, URI.create(argument));
        } catch (IllegalArgumentException e) {
            return new Input.Nothing(argument, "is not a valid address");
        }
    }

    private void addFolder(String argument) {
        Path folder = Path.of(argument);
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files = tree.filter(Files::isRegularFile)
                    .limit(MAX_FILES + 1L)
                    .sorted()
                    .toList();
            if (files.size() > MAX_FILES) {
                found.add(new Input.Nothing(argument, "holds more than " + MAX_FILES + " files"));
                return;
            }
            files.forEach(file -> addFromFolder(folder, file));
        } catch (IOException | UncheckedIOException e) {
            found.add(new Input.Nothing(argument, "can't be read to its end: " + e.getMessage()));
        }
    }

    private void addFromFolder(Path folder, Path file) {
        if (isHidden(folder.relativize(file)) || FileKind.of(name(file)).isEmpty()) {
            skipped++;
        } else {
            found.add(file(file.toString(), file));
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static Input file(String name, Path path) {
        if (!Files.exists(path)) {
            return new Input.Nothing(name, "does not exist");
        }
        return FileKind.of(name(path))
                .map(kind -> known(name, path, kind))
                .orElseGet(
                        () -> new Input.Nothing(name, "has an ending that is not known; known are " + FileKind.KNOWN));
    }

    private static Input known(String name, Path path, FileKind kind) {
        try {
            // A pipe has no size, but it can be read.
            return new Input.InFile(name, path, kind, Files.isRegularFile(path) ? Files.size(path) : 0);
        } catch (IOException e) {
            return new Input.Nothing(name, "can't be read: " + e.getMessage());
        }
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
