package dev.dateline.simulator;

import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.wire.Json;
import dev.dateline.simulator.grammar.Dice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ways to be malformed. Over HTTP they pass the door and fail later; on the topic they are what a careless producer writes. */
enum Defect {
    /** HTML that holds tags and images, but no word. */
    HTML_WITHOUT_TEXT(Channel.HTTP_JSON),
    /** Text that holds punctuation and symbols, but no word. */
    SYMBOLS_ONLY(Channel.HTTP_JSON),
    /** Pasted text that is a row of dashes. */
    DASHES_ONLY(Channel.HTTP_TEXT),
    TRUNCATED_JSON(Channel.TOPIC),
    NOT_JSON(Channel.TOPIC),
    INVALID_UTF8(Channel.TOPIC),
    WRONG_TYPE(Channel.TOPIC),
    EMPTY_VALUE(Channel.TOPIC),
    WITHOUT_ARTICLE_ID(Channel.TOPIC),
    WITHOUT_SOURCE_ID(Channel.TOPIC),
    /** Published in the year 9999. */
    FAR_FUTURE(Channel.TOPIC),
    DEEP_NESTING(Channel.TOPIC);

    private static final List<Defect> OVER_HTTP = List.of(HTML_WITHOUT_TEXT, SYMBOLS_ONLY, DASHES_ONLY);
    private static final List<Defect> ON_TOPIC = Arrays.stream(values())
            .filter(defect -> defect.channel == Channel.TOPIC)
            .toList();
    private static final int NESTING = 200;
    private static final String FAR_FUTURE_TIME = "9999-12-31T23:59:59.999Z";
    private static final List<String> NO_WORDS =
            List.of("… — … !!! ???", "***", "*** ★ ★ ★ ***\n\n--- /// ---", "?!", "§§ (((•)))");
    private static final List<String> NOT_JSON_TEXTS = List.of(
            "hello",
            "<rss><channel/></rss>",
            "source_id;title;body_text\nx;y;z",
            "{'title': 'single quotes'}",
            "\u0000\u0001\u0002 binary");
    private static final List<String> IMAGES_ONLY = List.of(
            "<figure><img src=\"https://cdn.example/1.jpg\"></figure>",
            "<div><p> </p><br><img src=\"a.png\" width=\"1\"><p>&nbsp;</p></div>",
            "<p></p><hr><p><img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\"></p>");

    private final Channel channel;

    Defect(Channel channel) {
        this.channel = channel;
    }

    static Defect any(Dice dice) {
        return dice.pick(dice.chance(0.4) ? OVER_HTTP : ON_TOPIC);
    }

    Channel channel() {
        return channel;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bytes of an article with this defect. */
    byte[] spoil(Article article, Dice dice) {
        return switch (this) {
            case HTML_WITHOUT_TEXT -> withBody(article, "body_html", dice.pick(IMAGES_ONLY));
            case SYMBOLS_ONLY -> withBody(article, "body_text", dice.pick(NO_WORDS));
            case DASHES_ONLY -> text("-".repeat(dice.between(3, 60)) + "\n\n" + "- ".repeat(dice.between(1, 9)) + "\n");
            case TRUNCATED_JSON -> truncated(raw(article), dice);
            case NOT_JSON -> text(dice.pick(NOT_JSON_TEXTS));
            case INVALID_UTF8 -> withInvalidTitle(raw(article));
            case WRONG_TYPE -> wrongType(article, dice);
            case EMPTY_VALUE -> new byte[0];
            case WITHOUT_ARTICLE_ID ->
                Json.bytes(record(article).articleId(null).build());
            case WITHOUT_SOURCE_ID -> Json.bytes(record(article).sourceId(null).build());
            case FAR_FUTURE -> replaced(raw(article), Json.iso(article.published()), FAR_FUTURE_TIME);
            case DEEP_NESTING ->
                replaced(
                        raw(article),
                        "{\"article_id\"",
                        "{\"extra\":" + "[".repeat(NESTING) + "]".repeat(NESTING) + ",\"article_id\"");
        };
    }

    private static byte[] withBody(Article article, String field, String value) {
        Map<String, Object> fields = JsonFormat.fields(article);
        fields.remove("body_text");
        fields.remove("body_html");
        fields.put(field, value);
        return Json.bytes(fields);
    }

    private static RawArticleBuilder record(Article article) {
        return RawArticleBuilder.builder()
                .articleId(article.articleId())
                .sourceId(article.outlet().sourceId())
                .sourceName(article.outlet().name())
                .providerId(article.providerId())
                .mediaType(JsonFormat.MEDIA_TYPE)
                .receivedAt(article.published().plusSeconds(1))
                .publishedAt(article.published())
                .title(article.title())
                .authors(article.authors())
                .bodyText(String.join("\n\n", article.body().lines()));
    }

    private static byte[] raw(Article article) {
        return Json.bytes(record(article).build());
    }

    private static byte[] truncated(byte[] json, Dice dice) {
        return Arrays.copyOf(json, json.length * dice.between(10, 95) / 100);
    }

    private static byte[] withInvalidTitle(byte[] json) {
        byte[] spoilt = json.clone();
        int title = new String(json, StandardCharsets.ISO_8859_1).indexOf("\"title\":\"") + "\"title\":\"".length();
        spoilt[title] = (byte) 0xFF;
        return spoilt;
    }

    private static byte[] wrongType(Article article, Dice dice) {
        String title = "\"title\":";
        return switch (dice.below(3)) {
            case 0 -> replaced(raw(article), title, "\"title\":{\"en\":\"as an object\"},\"subtitle\":");
            case 1 -> replaced(raw(article), "\"authors\":[", "\"authors\":{\"name\":\"as an object\"},\"keywords\":[");
            default -> replaced(raw(article), title, "\"title\":[5],\"subtitle\":");
        };
    }

    private static byte[] replaced(byte[] json, String old, String fresh) {
        String text = new String(json, StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalStateException("a raw article without " + old);
        }
        return text(text.replace(old, fresh));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
