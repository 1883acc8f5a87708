package dev.dateline.enrich.extract;

import dev.dateline.common.model.AgencyCredit;
import dev.dateline.common.model.AgencyRole;
import dev.dateline.enrich.extract.byline.QuotedAgencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers the agencies an article credits: the producer's field, the dateline, the lines below the text, the byline, and those the text
 * only quotes. What is read first stays: an agency has one role.
 */
final class AgencyCredits {
    private static final int MAX_CREDITS = 12;
    private static final int MAX_CUE = 160;

    private final String body;
    private final List<AgencyCredit> credits = new ArrayList<>();

    AgencyCredits(String body) {
        this.body = body;
    }

    /**
     * One credit for each name of a list.
     *
     * @param names with commas
     * @param cue cut where it is longer than a line
     * @param start of the cue in the body; null where it is no part of it
     */
    static List<AgencyCredit> of(String names, AgencyRole role, String cue, Integer start) {
        boolean cuts = cue.length() > MAX_CUE && Character.isHighSurrogate(cue.charAt(MAX_CUE - 1));
        String words = cue.substring(0, Math.min(cue.length(), cuts ? MAX_CUE - 1 : MAX_CUE));
        List<AgencyCredit> credits = new ArrayList<>();
        for (String name : names.split(", ", -1)) {
            credits.add(new AgencyCredit(name, role, words, start, start == null ? null : start + words.length()));
        }
        return List.copyOf(credits);
    }

    /** The producer's word; may be null. */
    AgencyCredits field(String agency) {
        if (agency != null) {
            add(of(agency, AgencyRole.SOURCE, "the producer's field", null));
        }
        return this;
    }

    AgencyCredits dateline(Optional<DatelineParser.Found> found) {
        found.filter(dateline -> dateline.agency() != null)
                .ifPresent(dateline -> add(of(dateline.agency(), AgencyRole.SOURCE, dateline.head(), 0)));
        return this;
    }

    /** Lines below the text, and the end of its last paragraph: only that is a part of the body. */
    AgencyCredits below(List<AgencyCredit> lines) {
        for (AgencyCredit credit : lines) {
            boolean inBody = body.endsWith(credit.cue());
            add(
                    inBody
                            ? of(
                                    credit.name(),
                                    credit.role(),
                                    credit.cue(),
                                    body.length() - credit.cue().length())
                            : List.of(credit));
        }
        return this;
    }

    /** The agency of a byline has written the text, or has helped where reporters are named, too. */
    AgencyCredits byline(String agency, List<String> authors) {
        if (agency != null) {
            add(of(agency, authors.isEmpty() ? AgencyRole.SOURCE : AgencyRole.CONTRIBUTED, "the byline", null));
        }
        return this;
    }

    AgencyCredits quoted() {
        for (QuotedAgencies.Quoted quoted : QuotedAgencies.in(body)) {
            add(of(quoted.name(), AgencyRole.QUOTED, body.substring(quoted.start(), quoted.end()), quoted.start()));
        }
        return this;
    }

    /** Never more than a dozen. */
    List<AgencyCredit> all() {
        return List.copyOf(credits);
    }

    private void add(List<AgencyCredit> more) {
        for (AgencyCredit credit : more) {
            boolean known = credits.stream().anyMatch(each -> each.name().equals(credit.name()));
            if (!known && credits.size() < MAX_CREDITS) {
                credits.add(credit);
            }
        }
    }
}
