package dev.dateline.enrich.tag.topics;

import dev.dateline.common.config.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Parser of one file of topics; docs/tags.md describes the format. Strict: whatever is not understood is refused with the line and a way to
 * mend it.
 */
final class TopicFile {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*:[A-Za-z0-9._-]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern WEIGHT = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final List<String> KEYWORDS = List.of("topic", "subtopic", "extend", "replace", "language");
    private static final double MAX_WEIGHT = 5;

    private final String file;
    private final List<TopicBlock> blocks = new ArrayList<>();
    private final Map<String, String> seen = new LinkedHashMap<>();
    private int line;
    /** Code of the topic that a subtopic belongs to. */
    private String top;

    private String language;

    private TopicFile(String file) {
        this.file = file;
    }

    /**
     * The blocks of a file, in its order.
     *
     * @param file its name, for messages
     * @throws TopicFileException when a line can't be understood
     */
    static List<TopicBlock> parse(String file, String content) {
        TopicFile parser = new TopicFile(file);
        content.lines().forEach(parser::read);
        if (parser.blocks.isEmpty()) {
            throw new TopicFileException(file + " has no topic; begin it with a line \"topic user:shipping shipping\"");
        }
        return List.copyOf(parser.blocks);
    }

    private void read(String raw) {
        line++;
        String text = raw.strip();
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        String[] parts = text.split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        if (WEIGHT.matcher(parts[0]).matches()) {
            terms(parts[0], rest);
            return;
        }
        switch (parts[0]) {
            case "topic" -> define(rest, null);
            case "subtopic" -> {
                if (top == null) {
                    throw wrong(
                            "a subtopic stands before any topic",
                            "put its topic, or \"extend\" and its code, above it");
                }
                define(rest, top);
            }
            case "extend" -> change(TopicBlock.Kind.EXTEND, rest);
            case "replace" -> change(TopicBlock.Kind.REPLACE, rest);
            case "language" -> language(rest);
            default ->
                throw wrong(
                        "\"" + parts[0] + "\" begins no line that is known",
                        NearestName.of(parts[0], KEYWORDS)
                                .map(nearest -> "did you mean \"" + nearest + "\"?")
                                .orElse("begin the line with a weight, with " + String.join(", ", KEYWORDS)
                                        + ", or with # for a comment"));
        }
    }

    private void define(String rest, String parent) {
        String[] parts = rest.split("\\s+", 2);
        if (parts.length < 2 || !CODE.matcher(parts[0]).matches()) {
            throw wrong(
                    "a topic needs a code and a name",
                    "write for example \"" + (parent == null ? "topic" : "subtopic") + " user:shipping shipping\"");
        }
        begin(TopicBlock.Kind.DEFINE, parts[0], parts[1], parent);
    }

    private void change(TopicBlock.Kind kind, String code) {
        if (!CODE.matcher(code).matches()) {
            throw wrong(
                    "\"" + code + "\" is no code of a topic",
                    "write the code alone, for example \"extend medtop:16000000\"; the name stays as it is");
        }
        begin(kind, code, null, null);
    }

    private void begin(TopicBlock.Kind kind, String code, String name, String parent) {
        blocks.add(new TopicBlock(kind, file + ":" + line, code, name, parent, new LinkedHashMap<>()));
        top = parent == null ? code : top;
        language = null;
        seen.clear();
    }

    private void language(String code) {
        if (blocks.isEmpty()) {
            throw wrong("a language stands before any topic", "put a line with topic, extend or replace above it");
        }
        if (!LANGUAGE.matcher(code).matches()) {
            throw wrong("\"" + code + "\" is no code of a language", "write two or three small letters, such as en");
        }
        language = code;
    }

    private void terms(String weight, String list) {
        double value = Double.parseDouble(weight);
        if (Math.abs(value) > MAX_WEIGHT) {
            throw wrong("the weight " + weight + " is out of range", "take one from -5 to 5");
        }
        if (language == null) {
            throw wrong("terms stand before any language", "put a line such as \"language en\" above them");
        }
        Map<String, Double> weights =
                blocks.get(blocks.size() - 1).terms().computeIfAbsent(language, code -> new LinkedHashMap<>());
        for (String each : list.split(",", -1)) {
            String term = each.strip().replaceAll("\\s+", " ");
            check(term);
            String first = seen.putIfAbsent(language + ' ' + term, "line " + line);
            if (first != null) {
                throw wrong("\"" + term + "\" is there twice, first in " + first, "keep one of them");
            }
            weights.put(term, value);
        }
    }

    private void check(String term) {
        if (term.isEmpty()) {
            throw wrong(
                    "a term is empty",
                    "write terms behind the weight with one comma between each two, none at the end");
        }
        String problem = TermForm.problem(term);
        if (problem != null) {
            throw wrong("\"" + term + "\" " + problem, TermForm.EXPECTED);
        }
    }

    private TopicFileException wrong(String what, String mend) {
        return new TopicFileException(file + ":" + line + " " + what + ": " + mend);
    }
}
