package dev.dateline.enrich.extract;

import dev.dateline.common.model.AgencyCredit;
import dev.dateline.common.model.AgencyRole;
import dev.dateline.enrich.extract.text.LineShape;
import dev.dateline.enrich.extract.time.TimeLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds where the text of an article ends and the page goes on: credits, prompts, links, legal lines.
 *
 * <p>Reads from the last line upwards. A line that is surely none of the article's goes; short lines without the end of a
 * sentence (tags, headlines of other articles) go only when such a line stands above them; the first line that is neither
 * ends the search, so that nothing above it is lost.
 */
final class Ending {
    private static final int MOST_UNSURE = 12;
    private static final int LONGEST_UNSURE = 100;

    private final List<String> lines;
    private final Instant receivedAt;
    private final List<Mark> marks = new ArrayList<>();
    private final List<AgencyCredit> credits = new ArrayList<>();
    private final Set<String> reporters = new LinkedHashSet<>();
    private final Stamps stamps = new Stamps();

    /** A line that is not of the body. */
    record Mark(int index, LineRole role, String why) {}

    /**
     * What was found.
     *
     * @param marks lines to drop, in no order
     * @param credits agencies credited, the last line's first
     * @param reporters named by a "Reporting by"
     * @param stamps times given below the text
     */
    record Found(List<Mark> marks, List<AgencyCredit> credits, List<String> reporters, Stamps stamps) {
        /** The agencies with commas, or null. */
        String agency() {
            String names = credits.stream().map(AgencyCredit::name).distinct().collect(Collectors.joining(", "));
            return names.isEmpty() ? null : names;
        }
    }

    private Ending(List<String> lines, Instant receivedAt) {
        this.lines = lines;
        this.receivedAt = receivedAt;
    }

    /**
     * Reads the end of a text.
     *
     * @param first index of the first line of the body, which is always kept
     * @param pasted the text is pasted from a page, so unsure lines may go
     */
    static Found read(List<String> lines, int first, boolean pasted, Instant receivedAt) {
        Ending ending = new Ending(lines, receivedAt);
        int end = ending.scan(first, pasted ? MOST_UNSURE : 0);
        Credit.Trailing trailing = ending.credits.isEmpty() && end > first ? Credit.trailing(lines.get(end - 1)) : null;
        if (trailing != null) {
            ending.add(trailing.agency(), AgencyRole.SOURCE, trailing.cue());
        }
        return new Found(
                List.copyOf(ending.marks), List.copyOf(ending.credits), List.copyOf(ending.reporters), ending.stamps);
    }

    /** Returns the index behind the last line of the body. */
    private int scan(int first, int mostUnsure) {
        List<Integer> unsure = new ArrayList<>();
        List<Mark> teasers = new ArrayList<>();
        int end = lines.size();
        for (int i = lines.size() - 1; i > first; i--) {
            Mark mark = mark(i);
            if (mark == null) {
                String line = lines.get(i);
                boolean maybe = line.length() <= LONGEST_UNSURE
                        && !LineShape.endsStatement(line)
                        && !LineShape.opensQuote(line)
                        && !line.endsWith(":");
                if (!maybe || unsure.size() >= mostUnsure) {
                    break;
                }
                unsure.add(i);
            } else if (isUnsafe(mark.role())) {
                teasers.add(mark);
            } else {
                marks.add(mark);
                marks.addAll(teasers);
                unsure.forEach(index ->
                        marks.add(new Mark(index, LineRole.LINKS, "a short line below the end of the article")));
                unsure.clear();
                teasers.clear();
                end = i;
            }
        }
        return end;
    }

    /** Stands in the middle of texts too, so it does not show that the text has ended. */
    private static boolean isUnsafe(LineRole role) {
        return role == LineRole.TEASER || role == LineRole.CAPTION;
    }

    private Mark mark(int i) {
        String line = lines.get(i);
        Optional<Credit> credit = Credit.parse(line);
        if (credit.isPresent()) {
            add(credit.get().agency(), credit.get().role(), line);
            reporters.addAll(credit.get().authors());
            return new Mark(i, LineRole.CREDIT, credit.get().why());
        }
        Optional<TimeLine> time = TimeLine.parse(line, receivedAt);
        if (time.isPresent()) {
            stamps.add(time.get());
            return new Mark(i, LineRole.TIME, "a date or time and nothing else, below the text");
        }
        return Boilerplate.atEnd(line)
                .map(found -> new Mark(i, found.role(), found.why()))
                .orElse(null);
    }

    private void add(String names, AgencyRole role, String cue) {
        if (names != null) {
            credits.addAll(AgencyCredits.of(names, role, cue, null));
        }
    }
}
