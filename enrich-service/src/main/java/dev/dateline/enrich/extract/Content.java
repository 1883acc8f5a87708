package dev.dateline.enrich.extract;

import dev.dateline.common.model.AgencyCredit;
import dev.dateline.enrich.extract.page.Page;
import dev.dateline.enrich.extract.text.LineShape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was found in an article's body field, whichever it is.
 *
 * @param field name of the field in the raw record, for messages
 * @param emptiness what to say when there is no word in the paragraphs
 * @param credits agencies that a line below the text credits
 * @param page what a whole page says of itself; empty for anything else
 * @param title the headline the text itself gives; it and the fields behind it may be null
 */
record Content(
        String field,
        String emptiness,
        String title,
        String subtitle,
        List<String> authors,
        Instant publishedAt,
        Instant modifiedAt,
        String agency,
        List<AgencyCredit> credits,
        List<String> paragraphs,
        Optional<Page> page) {

    /** Pasted text. */
    static Content of(Reading reading, String emptiness) {
        return new Content(
                "body_text",
                emptiness,
                reading.title(),
                reading.subtitle(),
                reading.authors(),
                reading.publishedAt(),
                reading.modifiedAt(),
                reading.agency(),
                reading.credits(),
                reading.paragraphs(),
                Optional.empty());
    }

    /** Paragraphs that are the body and nothing else, but for what may hang on at their end. */
    static Content ofBody(String field, String emptiness, String title, List<String> paragraphs, Instant receivedAt) {
        Ending.Found ending = Ending.read(paragraphs, 0, false, receivedAt);
        boolean[] dropped = new boolean[paragraphs.size()];
        ending.marks().forEach(mark -> dropped[mark.index()] = true);
        List<String> kept = IntStream.range(0, dropped.length)
                .filter(i -> !dropped[i])
                .mapToObj(paragraphs::get)
                .toList();
        return new Content(
                field,
                emptiness,
                title,
                null,
                List.of(),
                null,
                null,
                ending.agency(),
                ending.credits(),
                kept,
                Optional.empty());
    }

    /** A whole page. */
    static Content of(Page page, String emptiness, Instant receivedAt) {
        List<String> text = page.paragraphs().stream()
                .filter(line -> Boilerplate.anywhere(line).isEmpty())
                .toList();
        Content body = ofBody("page_html", emptiness, page.title(), text, receivedAt);
        return new Content(
                body.field(),
                emptiness,
                page.title(),
                page.subtitle(),
                page.authors(),
                page.publishedAt(),
                page.modifiedAt(),
                page.agency() == null ? body.agency() : page.agency(),
                body.credits(),
                body.paragraphs(),
                Optional.of(page));
    }

    boolean hasWords() {
        return paragraphs.stream().anyMatch(LineShape::hasWord);
    }

    /** The text names nobody and no time: that its first line is a headline is a guess from its shape. */
    boolean titleIsGuess() {
        return page.isEmpty() && authors.isEmpty() && publishedAt == null && subtitle == null;
    }
}
