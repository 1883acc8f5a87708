package dev.dateline.ingest.poll.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.Source;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Sources in a YAML file: a list under {@code sources}. Read by YAML 1.2's JSON schema, which makes texts, numbers and lists of it and
 * never an object of a class, with limits on size, nesting and aliases.
 */
public final class SourcesFile {
    private static final int MAX_CHARACTERS = 16 << 20;
    private static final int MAX_ALIASES = 50;

    private SourcesFile() {}

    /** The file can't be used; the message says where and how to mend it. */
    public static final class SourcesFileException extends Exception {
        private static final long serialVersionUID = 1L;

        SourcesFileException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The sources of a file, all or none.
     *
     * @param known sources as they are, by id, or null
     */
    public static List<Source> read(Path file, Function<String, Source> known, Instant now)
            throws SourcesFileException {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new SourcesFileException("can't read " + file + ": " + e, e);
        }
        try {
            return sources(parsed(text), known, now);
        } catch (YamlEngineException e) {
            throw new SourcesFileException(file + " is not YAML: " + e.getMessage(), e);
        } catch (ProblemException e) {
            String field = e.problem().field();
            throw new SourcesFileException(file + ": " + (field == null ? "" : field + ": ") + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new SourcesFileException(file + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode parsed(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(MAX_CHARACTERS)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setAllowRecursiveKeys(false)
                .build();
        return Json.MAPPER.valueToTree(new Load(settings).loadFromString(text));
    }

    private static List<Source> sources(JsonNode file, Function<String, Source> known, Instant now) {
        JsonNode list = file.isObject() && file.size() == 1 ? file.path("sources") : file.path("-");
        if (!list.isArray()) {
            throw new IllegalArgumentException("expected one list under \"sources:\"");
        }
        List<Source> sources = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String at = "sources[" + i + "].";
            Source source = SourceForm.read(list.get(i), null, known, at, now);
            if (!ids.add(source.id())) {
                throw new IllegalArgumentException(at + "id: \"" + source.id() + "\" is there twice; keep one");
            }
            sources.add(source);
        }
        return sources;
    }
}
