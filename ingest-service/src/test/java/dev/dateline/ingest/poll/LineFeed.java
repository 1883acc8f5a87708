package dev.dateline.ingest.poll;

import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.model.SourceKind;
import dev.dateline.ingest.poll.read.ItemReader;
import dev.dateline.ingest.poll.read.Items;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A feed format for tests: a line per item, {@code id|title|body|url|time}, all but the id may be empty; and {@code hub}, {@code self},
 * {@code every} (seconds) and {@code more} lines as {@code name=value}.
 */
public final class LineFeed implements ItemReader {

    @Override
    public Items read(Document document, SourceKind kind) {
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        if (!text.startsWith("feed\n")) {
            throw Rejection.malformed("this is no feed");
        }
        List<Reading> readings = new ArrayList<>();
        List<String> more = new ArrayList<>();
        String hub = null;
        String self = null;
        Duration every = null;
        for (String line : text.substring(5).lines().toList()) {
            String value = line.substring(line.indexOf('=') + 1);
            if (line.startsWith("hub=")) {
                hub = value;
            } else if (line.startsWith("self=")) {
                self = value;
            } else if (line.startsWith("every=")) {
                every = Duration.ofSeconds(Long.parseLong(value));
            } else if (line.startsWith("more=")) {
                more.add(value);
            } else {
                readings.add(item(line));
            }
        }
        return new Items("lines", null, readings, hub, self, every, more);
    }

    private static Reading item(String line) {
        String[] parts = (line + "|||||").split("\\|", -1);
        return new Reading.Article(RawArticleBuilder.builder()
                .providerId(parts[0].isEmpty() ? null : parts[0])
                .title(parts[1].isEmpty() ? null : parts[1])
                .bodyText(parts[2].isEmpty() ? null : parts[2])
                .url(parts[3].isEmpty() ? null : parts[3])
                .publishedAt(parts[4].isEmpty() ? null : Instant.parse(parts[4]))
                .build());
    }

    /** A document of these items. */
    public static String of(String... lines) {
        return "feed\n" + String.join("\n", lines);
    }
}
