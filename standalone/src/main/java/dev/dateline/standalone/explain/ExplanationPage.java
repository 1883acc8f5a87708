package dev.dateline.standalone.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dateline.common.http.Problem;
import dev.dateline.common.model.AgencyCredit;
import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.Entity;
import dev.dateline.common.model.Evidence;
import dev.dateline.common.model.Keyword;
import dev.dateline.common.model.MediaTopic;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.Tone;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.article.Finding;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.standalone.console.Palette;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An explanation as a page for a terminal. */
public final class ExplanationPage {
    private final Page page;

    public ExplanationPage(PrintWriter out, Palette palette) {
        this.page = new Page(out, palette);
    }

    public void print(Explanation explanation) {
        input(explanation);
        if (explanation.problem() != null) {
            refused(explanation.problem());
            return;
        }
        accepted(explanation.raw(), explanation);
        extracted(explanation);
        identified(explanation);
        tagged(explanation);
        if (explanation.endsAsEvent()) {
            event(explanation.event(), took(explanation, "compose-event"));
        } else {
            dead(explanation.deadLetter());
        }
    }

    private void input(Explanation explanation) {
        Explanation.Given given = explanation.input();
        page.heading("INPUT", given.name(), null);
        page.field("bytes", given.bytes());
        page.field("media type", given.mediaType(), given.mediaTypeFrom());
    }

    private void accepted(RawArticle raw, Explanation explanation) {
        page.heading("ACCEPT", "ingest maps the fields, keeps the content", took(explanation, Explainer.ACCEPT));
        page.field("article_id", raw.articleId());
        page.field("source_id", raw.sourceId());
        page.field("source_name", raw.sourceName());
        page.field("provider_id", raw.providerId());
        page.field("url", raw.url());
        page.field("received_at", Json.iso(raw.receivedAt()));
        page.field("published_at", raw.publishedAt());
        page.field("title", raw.title());
        page.field("authors", joined(raw.authors()));
        page.field("body_text", raw.bodyText());
        page.field("body_html", raw.bodyHtml());
        page.field("page_html", raw.pageHtml());
    }

    private void refused(Problem problem) {
        page.heading("REFUSED", "ingest would answer " + problem.status() + "; nothing is written", null);
        page.bad("type", problem.type());
        if (problem.field() != null) {
            page.bad("field", problem.field());
        }
        page.bad("detail", problem.detail());
    }

    private void extracted(Explanation explanation) {
        Article article = explanation.article();
        if (explanation.lines() == null && article == null) {
            return;
        }
        page.heading("EXTRACT", "what the text says", took(explanation, "extract-article"));
        if (explanation.lines() != null) {
            explanation.lines().forEach(page::line);
        }
        if (article == null) {
            return;
        }
        page.field("title", article.title());
        page.field("subtitle", article.subtitle());
        page.field("authors", joined(article.authors()));
        page.field("agency", article.agency());
        article.agencies().forEach(credit -> page.field("agencies", credit.name(), role(credit)));
        page.field(
                "dateline",
                article.dateline() == null ? null : article.dateline().place());
        page.field(
                "published_at",
                Json.iso(article.publishedAt()),
                "from " + article.publishedFrom().name().toLowerCase(Locale.ROOT));
        page.field("section", article.section());
        page.field("image_url", article.imageUrl());
        page.field("canonical_url", article.canonicalUrl());
        page.field("modified_at", article.modifiedAt() == null ? null : Json.iso(article.modifiedAt()));
        page.field("language", article.languageHint(), "the producer's claim");
        page.field("body_text", article.bodyText());
        article.findings().forEach(finding -> page.note(finding.field(), described(finding)));
    }

    private void identified(Explanation explanation) {
        Explanation.Identity identity = explanation.identity();
        if (identity == null) {
            return;
        }
        page.heading("IDENTIFY", "what later articles are compared with", took(explanation, "identify-article"));
        page.field("article_id", identity.articleId(), "from its " + identity.articleIdFrom());
        page.field("revision", identity.revision(), "the first of its id: explain has no memory");
        page.field("content_hash", identity.contentHash(), "of all that a reader would see");
        page.field("words_hash", identity.wordsHash(), "of the words alone, in their order");
        page.field(
                "sketch",
                identity.shingles() + " shingles, " + identity.numbers() + " numbers",
                "of the words, to find copies that differ");
        page.note("resend if", identity.resend());
        page.note("revision 2 if", identity.nextRevision());
        page.note("copy if", identity.copy());
    }

    private void tagged(Explanation explanation) {
        Tags tags = explanation.tags();
        if (tags == null) {
            return;
        }
        page.heading("TAG", "what it is about", took(explanation, "tag-article"));
        page.field(
                "language",
                tags.language(),
                tags.languageConfidence() == null
                        ? "the producer's claim: too few letters to tell"
                        : "confidence " + tags.languageConfidence());
        page.field("also in", joined(tags.otherLanguages()), "larger parts of the text");
        page.field("summary", tags.summary());
        page.field("size", tags.wordCount() + " words in " + tags.paragraphs() + " paragraphs");
        page.field(
                "keywords",
                tags.keywords().isEmpty()
                        ? null
                        : tags.keywords().stream()
                                .map(ExplanationPage::described)
                                .collect(Collectors.joining(", ")));
        if (tags.tone() != null) {
            page.field("tone", tags.tone().value(), matched(tags.tone()));
        }
        for (MediaTopic topic : tags.topics()) {
            page.field(
                    topic.parent() == null ? "topic" : "narrower", topic.code() + " " + topic.name(), matched(topic));
        }
        page.field("country", tags.primaryCountry(), "the country it is about most");
        page.field(
                "place",
                tags.primaryPlace() == null ? null : EntityLine.described(tags.primaryPlace()),
                "the place it is about most");
        page.field("not tagged", joined(tags.notTagged()), "not supported for this language");
        for (Entity entity : tags.entities()) {
            page.field(entity.type().name(), entity.name(), EntityLine.of(entity));
        }
    }

    private void event(NewsEvent event, Long took) {
        page.heading("EVENT", "what consumers of the events would read", took);
        try {
            page.block(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dead(DeadLetter letter) {
        page.heading("DEAD LETTER", "a step refuses it; its bytes are kept", null);
        page.bad("step", letter.step());
        page.bad("reason", letter.reason());
        page.bad("message", letter.message());
    }

    /** A page's word for a field, and the rule that took it. */
    private static String described(Finding finding) {
        String from = "from " + finding.from().name().toLowerCase(Locale.ROOT) + ": " + finding.rule();
        return finding.stated().isEmpty() ? from : from + ", which says \"" + finding.stated() + "\"";
    }

    private static String described(Keyword keyword) {
        return keyword.term() + " " + keyword.weight();
    }

    private static String matched(MediaTopic topic) {
        return "confidence " + topic.confidence() + "; " + listed(topic.evidence());
    }

    private static String matched(Tone tone) {
        String words = tone.positive() + " words positive, " + tone.negative() + " negative";
        return tone.evidence().isEmpty() ? words : words + "; " + listed(tone.evidence());
    }

    private static String role(AgencyCredit credit) {
        String role = credit.role().name().toLowerCase(Locale.ROOT) + ", by \"" + credit.cue() + "\"";
        return credit.start() == null ? role : role + " at " + credit.start() + "-" + credit.end();
    }

    private static String listed(List<Evidence> evidence) {
        return evidence.stream().map(ExplanationPage::described).collect(Collectors.joining(", "));
    }

    private static String described(Evidence evidence) {
        String field = evidence.field() == null ? "" : evidence.field() + " ";
        String count = evidence.count() > 1 ? " x " + evidence.count() : "";
        return "\"" + evidence.term() + "\" " + evidence.weight() + count + " at " + field + evidence.start() + "-"
                + evidence.end();
    }

    private static String joined(List<String> texts) {
        return texts == null || texts.isEmpty() ? null : String.join(", ", texts);
    }

    private static Long took(Explanation explanation, String step) {
        return explanation.durationsUs().get(step);
    }
}
