package dev.dateline.enrich.extract;

import dev.dateline.enrich.extract.TextLines.Line;
import dev.dateline.enrich.extract.byline.Byline;
import dev.dateline.enrich.extract.text.CleanText;
import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.LineShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads an article as a desk or a person pastes it from a web page or a wire: which line is the headline, which a name or a
 * time, which belongs to the article and which to the page around it.
 *
 * <p>Paragraphs are the lines of the text; hard-wrapped lines are joined first. Every line gets exactly one role with the cue
 * that decided, so that a wrong reading can be explained. No state: one reader serves all threads.
 */
public final class PlainTextReader {
    /** Shorter sentences ("No.") and the names of speakers may well be there twice. */
    private static final int SHORTEST_REPEAT = 25;

    /**
     * Reads a text.
     *
     * @param text as received, of any length and content
     * @param receivedAt when it was received: a date without a year is the last such day before it, and a time later than
     *     seven days after it is not believed
     */
    public Reading read(String text, Instant receivedAt) {
        List<Line> lines = TextLines.of(CleanText.lines(text));
        Roles roles = new Roles(lines);
        Head head = new HeadReader(lines, roles, receivedAt).read();
        List<String> texts = lines.stream().map(Line::text).toList();
        Ending.Found ending = Ending.read(texts, head.bodyStart(), true, receivedAt);
        ending.marks().forEach(mark -> roles.give(mark.index(), mark.role(), mark.why()));
        markBody(texts, roles, head);

        Instant publishedAt = head.stamps().publishedAt(receivedAt);
        publishedAt = publishedAt == null ? ending.stamps().publishedAt(receivedAt) : publishedAt;
        Instant modifiedAt = head.stamps().modifiedAt(receivedAt);
        List<String> paragraphs = paragraphs(texts, roles);
        Optional<DatelineParser.Found> dateline = paragraphs.isEmpty()
                ? Optional.empty()
                : DatelineParser.parse(paragraphs.get(0), publishedAt == null ? receivedAt : publishedAt);
        return new Reading(
                head.title(),
                head.subtitle(),
                head.authors().isEmpty() ? ending.reporters() : head.authors(),
                publishedAt,
                modifiedAt,
                firstOf(
                        ending.agency(),
                        dateline.map(DatelineParser.Found::agency).orElse(null),
                        head.agency()),
                ending.credits(),
                dateline.map(DatelineParser.Found::dateline).orElse(null),
                paragraphs,
                roles.evidence());
    }

    /** What is left between head and end is body, unless it points elsewhere or has been there before. */
    private static void markBody(List<String> lines, Roles roles, Head head) {
        Set<String> seen = new HashSet<>();
        Stream.of(head.title(), head.subtitle())
                .filter(line -> line != null)
                .map(Fold::all)
                .forEach(seen::add);
        for (int i = 0; i < lines.size(); i++) {
            if (!roles.isOpen(i)) {
                continue;
            }
            String line = lines.get(i);
            Optional<Boilerplate.Found> boilerplate = Boilerplate.anywhere(line);
            boolean mayRecur = line.length() < SHORTEST_REPEAT && (LineShape.endsSentence(line) || isSpeaker(lines, i));
            if (boilerplate.isPresent()) {
                roles.give(i, boilerplate.get());
            } else if (!seen.add(Fold.all(line)) && !mayRecur) {
                roles.give(i, LineRole.REPEAT, "the same line stands above");
            } else {
                roles.give(i, LineRole.BODY, "no cue that it is anything but the article's text");
            }
        }
    }

    /** A name by itself above an answer, as interviews are printed. */
    private static boolean isSpeaker(List<String> lines, int i) {
        return i + 1 < lines.size()
                && LineShape.endsSentence(lines.get(i + 1))
                && Byline.bare(lines.get(i)).isPresent();
    }

    /** The body; a text with nothing but a headline (a flash) has that for its body. */
    private static List<String> paragraphs(List<String> lines, Roles roles) {
        List<String> paragraphs = linesOf(LineRole.BODY, lines, roles);
        return paragraphs.isEmpty() ? linesOf(LineRole.TITLE, lines, roles) : paragraphs;
    }

    private static List<String> linesOf(LineRole role, List<String> lines, Roles roles) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (roles.role(i) == role) {
                found.add(lines.get(i));
            }
        }
        return List.copyOf(found);
    }

    private static String firstOf(String... values) {
        return Stream.of(values).filter(value -> value != null).findFirst().orElse(null);
    }
}
