package dev.dateline.standalone.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.dateline.common.model.ArticleId;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.page.PageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Pages and what people found on them. */
record ExtractionSet(List<Page> pages) {
    static final String TRUTH = "truth.jsonl";
    static final String PAGES = "pages";

    private static final ObjectReader READER = Json.MAPPER.readerFor(Truth.class);

    /**
     * One line of the truth; what was not labelled is null or empty.
     *
     * @param body the whole text of the article
     * @param with snippets that the text has to hold
     * @param without snippets that it must not hold
     * @param publishedAt the day, as the page tells it
     */
    public record Truth(
            String id,
            String url,
            String body,
            List<String> with,
            List<String> without,
            String title,
            String author,
            String publishedAt) {

        public Truth {
            with = with == null ? List.of() : List.copyOf(with);
            without = without == null ? List.of() : List.copyOf(without);
        }

        /** The labelled day; null when there is none. */
        LocalDate day() {
            return publishedAt == null ? null : LocalDate.parse(publishedAt);
        }
    }

    /** A page as ingest would publish it, and its labels. */
    record Page(Truth truth, RawArticle raw) {}

    static ExtractionSet read(Task task, Path folder, Instant receivedAt) {
        Path file = Request.file(task, folder, TRUTH);
        List<Page> pages = new ArrayList<>();
        for (Truth truth : truths(file)) {
            pages.add(new Page(truth, raw(truth, html(folder.resolve(PAGES), truth.id()), receivedAt)));
        }
        return new ExtractionSet(pages);
    }

    private static List<Truth> truths(Path file) {
        List<Truth> truths = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                truths.add(truth(file, truths.size() + 1, line));
            }
        } catch (IOException e) {
            throw new EvalException("can't read " + file + " as UTF-8 text: " + e, e);
        }
        return truths;
    }

    private static Truth truth(Path file, int number, String line) {
        String form = file + ":" + number + " is not JSON with id and url, and labels as docs/evaluation.md lists them";
        try {
            Truth truth = READER.readValue(line);
            if (truth != null && truth.id() != null && truth.url() != null && isDay(truth.publishedAt())) {
                return truth;
            }
        } catch (JsonProcessingException e) {
            throw new EvalException(form, e);
        }
        throw new EvalException(form);
    }

    private static boolean isDay(String text) {
        try {
            return text == null || LocalDate.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** As ingest decodes a page that comes without a charset. */
    private static String decoded(byte[] page) {
        Document document = new Document(page, MediaType.parse("text/html"), "eval", null, null);
        Reading reading = new PageReader().read(document).get(0);
        return ((Reading.Article) reading).draft().pageHtml();
    }

    private static String html(Path folder, String id) {
        Path packed = folder.resolve(id + ".html.gz");
        Path plain = folder.resolve(id + ".html");
        try {
            if (!Files.exists(packed)) {
                return decoded(Files.readAllBytes(plain));
            }
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
                return decoded(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new EvalException("can't read the page " + packed + ": " + e, e);
        }
    }

    private static RawArticle raw(Truth truth, String html, Instant receivedAt) {
        return RawArticleBuilder.builder()
                .articleId(ArticleId.ofProvider("eval", truth.id()))
                .sourceId("eval")
                .url(truth.url())
                .mediaType("text/html")
                .receivedAt(receivedAt)
                .pageHtml(html)
                .build();
    }
}
