package dev.dateline.enrich.extract;

import dev.dateline.enrich.extract.byline.Agencies;
import dev.dateline.enrich.extract.byline.Byline;
import dev.dateline.enrich.extract.byline.PersonName;
import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.LineShape;
import dev.dateline.enrich.extract.time.TimeLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line between headline and body that tells who or when, or both: {@code By Jane Doe | 3 January 2020 | 4 min read}.
 *
 * @param time may be null
 * @param byline may be null; never a bare name without a time beside it
 */
record MetaLine(TimeLine time, Byline byline) {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_WORDS = 24;
    private static final Pattern SEPARATOR = Pattern.compile(" ?[|•·—] ?| [-–] ");

    static Optional<MetaLine> parse(String line, Instant reference) {
        if (line.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<TimeLine> time = TimeLine.parse(line, reference);
        if (time.isPresent()) {
            return Optional.of(new MetaLine(time.get(), null));
        }
        Optional<Byline> byline = Byline.prefixed(line);
        if (byline.isPresent() && !LineShape.hasDigit(line)) {
            return Optional.of(new MetaLine(null, byline.get()));
        }
        Optional<MetaLine> pieces = ofPieces(line, reference);
        return pieces.isPresent() ? pieces : bylineThenTime(line, reference);
    }

    /** Every piece between bars or bullets is a time, a byline, an outlet or furniture, and at least one of the first two. */
    private static Optional<MetaLine> ofPieces(String line, Instant reference) {
        TimeLine time = null;
        Byline byline = null;
        boolean prefixed = false;
        String[] pieces = SEPARATOR.split(line, -1);
        if (pieces.length < 2) {
            return Optional.empty();
        }
        for (String piece : pieces) {
            Optional<TimeLine> when = TimeLine.parse(piece, reference);
            Optional<Byline> who = when.isPresent() ? Optional.empty() : Byline.parse(piece);
            if (when.isPresent()) {
                time = time == null ? when.get() : time;
            } else if (who.isPresent()) {
                byline = byline == null ? who.get() : byline;
                prefixed |= who.get().prefix() != null;
            } else if (!isAccessory(piece)) {
                return Optional.empty();
            }
        }
        return time == null && !prefixed ? Optional.empty() : Optional.of(new MetaLine(time, byline));
    }

    /** {@code By Jane Doe Published January 3, 2020}: cut before the word the time begins with. */
    private static Optional<MetaLine> bylineThenTime(String line, Instant reference) {
        if (!LineShape.hasDigit(line)) {
            return Optional.empty();
        }
        int words = 0;
        for (int space = line.indexOf(' '); space >= 0 && words < MAX_WORDS; space = line.indexOf(' ', space + 1)) {
            words++;
            Optional<TimeLine> time = TimeLine.parse(line.substring(space + 1), reference);
            if (time.isPresent()) {
                String front = LineShape.bare(line.substring(0, space));
                Optional<Byline> byline = Byline.parse(front);
                boolean accepted = byline.isPresent() || isAccessory(front);
                return accepted ? Optional.of(new MetaLine(time.get(), byline.orElse(null))) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isAccessory(String piece) {
        return Boilerplate.furniture(Fold.beginning(piece)).isPresent()
                || Agencies.in(piece).onlyAgencies()
                || PersonName.isCapitalisedOutlet(List.of(piece.split(" ", -1)));
    }
}
