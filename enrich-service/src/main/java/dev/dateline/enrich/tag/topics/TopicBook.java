package dev.dateline.enrich.tag.topics;

import dev.dateline.common.config.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * All topics with their terms: those that come with the product, the 17 IPTC Media Topics and their second level, and those of a user's
 * folder. Thread-safe; never changes.
 */
public final class TopicBook {
    /** Of the topics that come with the product. */
    static final String SHIPPED_VERSION = "dateline-media-topics-3";

    private static final int MAX_FILES = 200;
    private static final long MAX_FILE_BYTES = 1 << 20;
    private static final String SUFFIX = ".txt";
    private static final List<String> SHIPPED = List.of(
            "01000000-arts-culture-entertainment-and-media",
            "02000000-crime-law-and-justice",
            "03000000-disaster-accident-and-emergency-incident",
            "04000000-economy-business-and-finance",
            "05000000-education",
            "06000000-environment",
            "07000000-health",
            "08000000-human-interest",
            "09000000-labor",
            "10000000-lifestyle-and-leisure",
            "11000000-politics",
            "12000000-religion",
            "13000000-science-and-technology",
            "14000000-society",
            "15000000-sport",
            "16000000-conflict-war-and-peace",
            "17000000-weather");

    /**
     * A topic.
     *
     * @param parent code of the broader one; null for the top level
     * @param terms weights of terms as they are written, by language
     */
    record Topic(String code, String name, String parent, Map<String, Map<String, Double>> terms) {}

    private final String version;
    /** By code; null until they are asked for. */
    private Map<String, Topic> topics;

    private TopicBook(String version, Map<String, Topic> topics) {
        this.version = version;
        this.topics = topics;
    }

    /** The topics that come with the product; their files are not read before they are needed. */
    public static TopicBook shipped() {
        return new TopicBook(SHIPPED_VERSION, null);
    }

    private static Map<String, Topic> readShipped() {
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (String name : SHIPPED) {
            TopicFile.parse(name + SUFFIX, resource(name + SUFFIX)).forEach(block -> apply(block, topics));
        }
        return topics;
    }

    /**
     * The topics that come with the product, and those of the files {@code *.txt} of a folder, in the order of their names. They are read
     * at once.
     *
     * @throws TopicFileException when there is no such folder, or a file can't be used
     */
    public static TopicBook withFolder(Path folder) {
        List<Path> files = files(folder);
        List<TopicBlock> blocks = new ArrayList<>();
        CRC32 digest = new CRC32();
        for (Path file : files) {
            String content = content(file);
            digest.update(content.getBytes(StandardCharsets.UTF_8));
            blocks.addAll(TopicFile.parse(file.toString(), content));
        }
        Map<String, Topic> topics = readShipped();
        blocks.forEach(block -> apply(block, topics));
        return new TopicBook(SHIPPED_VERSION + "+user-" + String.format("%08x", digest.getValue()), topics);
    }

    /** Changes with every change of a user's files. */
    public String version() {
        return version;
    }

    synchronized List<Topic> topics() {
        if (topics == null) {
            topics = readShipped();
        }
        return List.copyOf(topics.values());
    }

    /** Languages that have terms. */
    Set<String> languages() {
        Set<String> languages = new TreeSet<>();
        topics().forEach(topic -> languages.addAll(topic.terms().keySet()));
        return languages;
    }

    private static void apply(TopicBlock block, Map<String, Topic> topics) {
        Topic known = topics.get(block.code());
        if (block.kind() == TopicBlock.Kind.DEFINE) {
            if (known != null) {
                throw new TopicFileException(block.where() + " " + block.code() + " is there already (" + known.name()
                        + "): write \"extend " + block.code() + "\" to add terms, or \"replace " + block.code()
                        + "\" to put yours in their place");
            }
            topics.put(block.code(), new Topic(block.code(), block.name(), block.parent(), block.terms()));
            return;
        }
        if (known == null) {
            throw new TopicFileException(block.where() + " there is no topic " + block.code()
                    + NearestName.of(block.code(), topics.keySet())
                            .map(nearest -> ": did you mean " + nearest + "?")
                            .orElse(": write \"topic " + block.code() + " NAME\" to define it"));
        }
        Map<String, Map<String, Double>> terms = new LinkedHashMap<>();
        if (block.kind() == TopicBlock.Kind.EXTEND) {
            known.terms().forEach((language, weights) -> terms.put(language, new LinkedHashMap<>(weights)));
        }
        block.terms().forEach((language, weights) -> terms.computeIfAbsent(language, code -> new LinkedHashMap<>())
                .putAll(weights));
        topics.put(known.code(), new Topic(known.code(), known.name(), known.parent(), terms));
    }

    private static String resource(String name) {
        try (InputStream in = TopicBook.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new TopicFileException(folder + (Files.exists(folder) ? " is no folder" : " is not there")
                    + ": name a folder with files of topics, *" + SUFFIX);
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            if (files.isEmpty() || files.size() > MAX_FILES) {
                throw new TopicFileException(folder + " holds " + files.size() + " files *" + SUFFIX + ": put 1 to "
                        + MAX_FILES + " into it");
            }
            return files;
        } catch (IOException e) {
            throw new TopicFileException(folder + " can't be listed (" + e + "): make it readable", e);
        }
    }

    private static String content(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new TopicFileException(file + " has more than 1 MiB: spread its topics over several files");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new TopicFileException(file + " is not UTF-8: save it in this encoding", e);
        } catch (IOException e) {
            throw new TopicFileException(file + " can't be read (" + e + "): make it readable", e);
        }
    }
}
