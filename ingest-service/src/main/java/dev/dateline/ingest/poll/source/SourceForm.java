package dev.dateline.ingest.poll.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.config.NearestName;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.model.SourceKind;
import dev.dateline.common.model.SourceTrust;
import dev.dateline.ingest.poll.fetch.WebUri;
import java.time.Instant;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The declaration of a source, as JSON or YAML have it: checked field by field, so that each error says how to mend it. */
public final class SourceForm {
    /** What a header's value is shown as; given back, it leaves the value as it is. */
    public static final String MASK = "***";

    private static final Set<String> FIELDS = new TreeSet<>(
            Set.of("id", "name", "url", "kind", "interval", "language", "headers", "trust", "full_text", "paused"));
    private static final Set<String> OURS =
            Set.of("state", "subscription", "updated_at", "updated_at_ms", "poll_requested_at", "poll_requested_at_ms");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}"); // RFC 9110 5.6.2
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7E]{0,4000}");
    private static final int MAX_HEADERS = 20;
    private static final int MAX_NAME = 300;
    private static final int MAX_URL = 2048;

    private final JsonNode fields;
    private final String at;

    private SourceForm(JsonNode fields, String at) {
        this.fields = fields;
        this.at = at;
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * A source as declared.
     *
     * @param fields an object
     * @param id from where the declaration was sent to; null when it must name itself
     * @param known the source of this id as it is; null for a new one. Gives what the declaration leaves to it: whether it is paused, and
     *     masked headers
     * @param at put before the names of fields in errors, for example {@code sources[3].}
     * @throws ProblemException invalid-source
     */
    public static Source read(JsonNode fields, String id, Function<String, Source> known, String at, Instant now) {
        return new SourceForm(fields, at).read(id, known, now);
    }

    private Source read(String given, Function<String, Source> knownById, Instant now) {
        if (!fields.isObject()) {
            throw invalid(null, "expected an object with id and url");
        }
        fields.fieldNames().forEachRemaining(this::isKnown);
        String id = id(given);
        Source known = knownById.apply(id);
        return SourceBuilder.builder()
                .id(id)
                .name(line("name", MAX_NAME))
                .url(url())
                .kind(word("kind", SourceKind.values(), SourceKind.FEED))
                .interval(interval())
                .language(language())
                .headers(headers(known == null || known.headers() == null ? Map.of() : known.headers()))
                .trust(word("trust", SourceTrust.values(), SourceTrust.NORMAL))
                .fullText(flag("full_text", false))
                .paused(flag("paused", known != null && known.paused()))
                .pollRequestedAt(known == null ? null : known.pollRequestedAt())
                .updatedAt(now)
                .build();
    }

    private void isKnown(String name) {
        if (OURS.contains(name)) {
            throw invalid(name, "is set by Dateline; leave it out");
        }
        if (!FIELDS.contains(name)) {
            throw invalid(
                    name.substring(0, Math.min(name.length(), 64)),
                    NearestName.of(name, FIELDS)
                            .map(nearest -> "unknown field; did you mean " + nearest + "?")
                            .orElse("unknown field; known are " + String.join(", ", FIELDS)));
        }
    }

    private String id(String given) {
        String said = text("id");
        if (given != null && said != null && !given.equals(said)) {
            throw invalid("id", "is \"" + said + "\", but the address says \"" + given + "\"; leave it out");
        }
        String id = given == null ? said : given;
        if (id == null || !isId(id)) {
            throw invalid(
                    "id",
                    "expected 1 to 64 of a-z, 0-9, '.', '_' and '-', the first a letter or digit; for example \"harbour-post\"");
        }
        return id;
    }

    private String url() {
        String url = text("url");
        if (url == null || url.length() > MAX_URL || WebUri.of(url).isEmpty()) {
            throw invalid(
                    "url",
                    "expected an http or https address on port 80, 443 or above 1023, for example https://example.com/feed.xml");
        }
        return url.strip();
    }

    private String interval() {
        String text = text("interval");
        if (text != null && !Interval.isValid(text)) {
            throw invalid("interval", "expected a time such as 30m, 2h or 1d");
        }
        return text;
    }

    private String language() {
        String tag = text("language");
        if (tag == null) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw invalid("language", "expected a BCP 47 tag such as en or pt-BR; leave it out when it is not known");
        }
    }

    private Map<String, String> headers(Map<String, String> known) {
        JsonNode node = fields.path("headers");
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isObject() || node.size() > MAX_HEADERS) {
            throw invalid("headers", "expected an object of at most " + MAX_HEADERS + " names and values");
        }
        Map<String, String> headers = new TreeMap<>();
        node.properties().forEach(header -> {
            String value = header.getValue().asText();
            boolean masked = value.equals(MASK);
            if (masked && !known.containsKey(header.getKey())) {
                throw invalid("headers", "the mask " + MASK + " stands for a value that is not known; give the value");
            }
            if (!HEADER_NAME.matcher(header.getKey()).matches()
                    || !header.getValue().isTextual()
                    || !HEADER_VALUE.matcher(value).matches()) {
                throw invalid(
                        "headers", "holds a name or a value that HTTP does not allow; values are printable ASCII");
            }
            headers.put(header.getKey(), masked ? known.get(header.getKey()) : value);
        });
        return headers.isEmpty() ? null : headers;
    }

    private <E extends Enum<E>> E word(String name, E[] words, E otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        return Arrays.stream(words)
                .filter(word -> lower(word).equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        name,
                        "expected one of "
                                + Arrays.stream(words).map(SourceForm::lower).collect(Collectors.joining(", "))));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private boolean flag(String name, boolean otherwise) {
        JsonNode node = fields.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            throw invalid(name, "expected true or false");
        }
        return node.booleanValue();
    }

    private String line(String name, int most) {
        String text = text(name);
        if (text != null && (text.length() > most || text.chars().anyMatch(Character::isISOControl))) {
            throw invalid(name, "expected one line of at most " + most + " characters");
        }
        return text;
    }

    private String text(String name) {
        JsonNode node = fields.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw invalid(name, "expected a text");
        }
        return node.textValue();
    }

    private ProblemException invalid(String field, String detail) {
        return new ProblemException(
                Problem.ofField(ProblemType.INVALID_SOURCE, field == null ? null : at + field, detail));
    }
}
