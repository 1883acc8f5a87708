package dev.dateline.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Prints an article as a desk pastes it from a web page: headline, subtitle, byline, time, paragraphs, agency line, prompts. */
final class TextFormat {
    static final String MEDIA_TYPE = "text/plain; charset=utf-8";
    /** Where a page puts its own teaser, counted in paragraphs. */
    private static final int BEFORE_TEASER = 3;

    private TextFormat() {}

    static byte[] print(Article article) {
        List<String> blocks = new ArrayList<>();
        blocks.add(article.title());
        if (article.subtitle() != null) {
            blocks.add(article.subtitle());
        }
        blocks.add(String.join(" and ", article.authors()) + "\n" + time(article.published()));
        List<String> lines = article.body().lines();
        int teaserAt = article.teaser() == null || lines.size() <= BEFORE_TEASER ? lines.size() : BEFORE_TEASER;
        blocks.addAll(lines.subList(0, teaserAt));
        if (article.teaser() != null) {
            blocks.add(article.teaser());
        }
        blocks.addAll(lines.subList(teaserAt, lines.size()));
        blocks.addAll(article.notes());
        return (String.join("\n\n", blocks) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String time(Instant published) {
        OffsetDateTime time = published.atOffset(ZoneOffset.UTC);
        return Language.EN.day(time.getDayOfWeek()) + " " + twoDigits(time.getDayOfMonth()) + " "
                + Language.EN.months().get(time.getMonthValue() - 1) + " " + time.getYear() + " "
                + twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute()) + " GMT";
    }

    static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
