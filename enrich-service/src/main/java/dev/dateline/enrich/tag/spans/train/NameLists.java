package dev.dateline.enrich.tag.spans.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names by kind, from lines of a kind and a name with a tab between them. */
final class NameLists {
    private final Map<String, List<String>> names = new TreeMap<>();

    static NameLists read(Path file) throws IOException {
        NameLists lists = new NameLists();
        for (String line : TrainingFiles.lines(file)) {
            int tab = line.indexOf('\t');
            if (!line.startsWith("#") && tab > 0) {
                lists.names
                        .computeIfAbsent(line.substring(0, tab), kind -> new ArrayList<>())
                        .add(line.substring(tab + 1));
            }
        }
        return lists;
    }

    /** The names of a kind in the order of the file; empty when there are none. */
    List<String> of(String kind) {
        return names.getOrDefault(kind, List.of());
    }
}
