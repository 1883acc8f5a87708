package dev.dateline.ingest.poll.work;

import dev.dateline.ingest.poll.fetch.Fetched;
import dev.dateline.ingest.poll.fetch.WebUri;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Link} headers (RFC 8288 section 3), as far as hubs need them. */
final class Links {
    private static final Pattern LINK =
            Pattern.compile("<([^<>]{1,2000}+)>((?:\\s*+;\\s*+[a-zA-Z*-]++\\s*+=\\s*+(?:\"[^\"]*+\"|[^\",;\\s]++))++)");
    private static final Pattern REL = Pattern.compile("(?i);\\s*+rel\\s*+=\\s*+(?:\"([^\"]*+)\"|([^\",;\\s]++))");

    private Links() {}

    /** The first address with a relation. */
    static Optional<String> of(Fetched.Answer answer, String relation) {
        for (String header : answer.headers("link")) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                Matcher rel = REL.matcher(link.group(2));
                if (rel.find() && holds(rel.group(1) == null ? rel.group(2) : rel.group(1), relation)) {
                    return WebUri.resolve(answer.url(), link.group(1)).map(URI::toString);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(String relations, String wanted) {
        for (String relation : relations.split("\\s+", -1)) {
            if (relation.equalsIgnoreCase(wanted)) {
                return true;
            }
        }
        return false;
    }
}
