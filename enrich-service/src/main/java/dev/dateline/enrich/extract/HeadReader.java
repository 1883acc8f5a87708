package dev.dateline.enrich.extract;

import dev.dateline.enrich.extract.TextLines.Line;
import dev.dateline.enrich.extract.byline.Byline;
import dev.dateline.enrich.extract.byline.PersonName;
import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.LineShape;
import dev.dateline.enrich.extract.text.Phrases;
import dev.dateline.enrich.extract.time.TimeLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the lines above the first paragraph of a text: headline, line below it, names, times, a caption.
 *
 * <p>Time lines and announced bylines are what is recognised surely; where there are some, everything between the headline
 * and the last of them is head. A text without any has a headline and a subtitle only if these lines are no sentences.
 */
final class HeadReader {
    private static final int MOST_HEAD_LINES = 24;
    private static final int MOST_PLAIN_LINES = 5;
    private static final int LONGEST_HEAD_LINE = 400;
    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_CAPTION = 250;
    private static final int LONGEST_LOOSE_CAPTION = 120;
    private static final int LONGEST_DETAIL = 60;
    private static final int PARAGRAPH = 120;
    private static final int LOOK_AHEAD = 8;
    private static final int NEAR = 2;
    private static final int MOST_BULLETS = 6;
    private static final int MOST_BELOW_META = 3;
    private static final Phrases LABELS = Phrases.load("labels.txt");

    private final List<Line> lines;
    private final Roles roles;
    private final Instant receivedAt;
    private final Stamps stamps = new Stamps();
    private final List<String> authors = new ArrayList<>();
    private String agency;
    private String title;
    private String subtitle;
    private int bullets;
    private int titleAt = -1;
    private int lastMeta = -1;

    HeadReader(List<Line> lines, Roles roles, Instant receivedAt) {
        this.lines = lines;
        this.roles = roles;
        this.receivedAt = receivedAt;
    }

    Head read() {
        findMeta();
        int bodyStart = lastMeta >= 0 ? withMeta() : withoutMeta();
        return new Head(title, subtitle, List.copyOf(authors), agency, stamps, bodyStart);
    }

    /** Goes down from the top, marks what is sure, and stops where prose begins. */
    private void findMeta() {
        int plain = 0;
        int paragraphs = 0;
        for (int i = 0; i < Math.min(lines.size(), MOST_HEAD_LINES); i++) {
            String line = text(i);
            if (titleAt < 0 && isLabel(i)) {
                roles.give(i, LineRole.LABEL, "a section name above the headline");
            } else if (isMeta(i, line)) {
                lastMeta = i;
            } else if (Boilerplate.furniture(Fold.beginning(line)).isPresent() && i + 1 < lines.size()) {
                roles.give(i, Boilerplate.furniture(Fold.beginning(line)).get());
            } else if (titleAt < 0) {
                titleAt = i;
            } else {
                plain++;
                paragraphs = isParagraph(line) ? paragraphs + 1 : 0;
                boolean prose = plain > MOST_PLAIN_LINES || line.length() > LONGEST_HEAD_LINE || paragraphs > 1;
                if (prose || DatelineParser.parse(line, receivedAt).isPresent()) {
                    return;
                }
            }
        }
    }

    private boolean isMeta(int i, String line) {
        Optional<MetaLine> meta = MetaLine.parse(line, receivedAt);
        // Above the headline only a time is believed: "By ..." may be how a headline begins.
        if (meta.isEmpty() || (titleAt < 0 && meta.get().byline() != null) || !textFollows(i)) {
            return false;
        }
        TimeLine time = meta.get().time();
        if (time != null) {
            stamps.add(time);
            String remark = Stamps.remark(time, receivedAt);
            roles.give(i, LineRole.TIME, remark.isEmpty() ? "a date or time and nothing else" : "time line: " + remark);
        }
        if (meta.get().byline() != null) {
            takeByline(meta.get().byline());
            if (time == null) {
                roles.give(
                        i,
                        LineRole.BYLINE,
                        "opens with \"" + meta.get().byline().prefix() + "\" and a name");
            }
        }
        return true;
    }

    /** A head has a body below it: what stands before mere boilerplate is at the end of a short text. */
    private boolean textFollows(int i) {
        for (int j = i + 1; j < Math.min(lines.size(), i + 1 + LOOK_AHEAD); j++) {
            String line = text(j);
            boolean prose = LineShape.endsSentence(line) || line.length() > PARAGRAPH;
            if (prose && Boilerplate.atEnd(line).isEmpty() && Credit.parse(line).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Names, times, subtitle and caption around the lines that are sure. */
    private int withMeta() {
        int end = Math.max(lastMeta, titleAt);
        if (titleAt >= 0) {
            takeTitle("the first line, above byline and time");
        }
        for (int i = titleAt + 1; i < end; i++) {
            if (roles.isOpen(i) && isNearTime(i)) {
                takeBareName(i);
            }
        }
        for (int i = titleAt + 1; i < end; i++) {
            if (roles.isOpen(i)) {
                betweenTitleAndMeta(i);
            }
        }
        return belowMeta(end + 1);
    }

    private void betweenTitleAndMeta(int i) {
        String line = text(i);
        Optional<Boilerplate.Found> boilerplate = Boilerplate.anywhere(line);
        if (roles.role(i - 1) == LineRole.BYLINE && line.length() <= LONGEST_DETAIL && !LineShape.endsSentence(line)) {
            roles.give(i, LineRole.BYLINE, "a short line below a name: post or place");
        } else if (LineShape.isBracketed(line)) {
            roles.give(i, LineRole.NOTE, "in brackets above the byline");
        } else if (boilerplate.isPresent()) {
            roles.give(i, boilerplate.get());
        } else if (takesBullet(line) || subtitle == null) {
            takeSubtitle(i, "between headline and byline or time");
        } else if (LineShape.endsSentence(line)) {
            roles.give(i, LineRole.BODY, "a further sentence above the byline");
        } else {
            roles.give(i, LineRole.CAPTION, "a further line above the byline, no sentence");
        }
    }

    private int belowMeta(int from) {
        int i = from;
        while (i + 1 < lines.size() && i < from + MOST_BELOW_META && roles.isOpen(i) && takeBelowMeta(i)) {
            i++;
        }
        return i;
    }

    private boolean takeBelowMeta(int i) {
        String line = text(i);
        Optional<Boilerplate.Found> boilerplate = Boilerplate.anywhere(line);
        if (boilerplate.isPresent()) {
            roles.give(i, boilerplate.get());
            return true;
        }
        if (LineShape.endsSentence(line) || line.length() > LONGEST_CAPTION || line.endsWith(":") || startsBody(line)) {
            return false;
        }
        boolean attached = !lines.get(i).gapBefore() && hasGaps() && i > 0 && roles.role(i - 1) != null;
        if (roles.role(i - 1) == LineRole.TIME && authors.isEmpty() && takeBareName(i)) {
            return true;
        }
        if (title == null) {
            titleAt = i;
            takeTitle("the first line below the time");
        } else if (isOutlet(line)) {
            roles.give(i, LineRole.BYLINE, "an outlet or a post below the byline or time");
        } else if (attached) {
            roles.give(i, LineRole.CAPTION, "directly below byline or time, no sentence");
        } else if (subtitle == null) {
            takeSubtitle(i, "below byline and time, no sentence");
        } else if (line.length() <= LONGEST_LOOSE_CAPTION && roles.role(i - 1) == LineRole.TIME) {
            roles.give(i, LineRole.CAPTION, "below the time, no sentence, and there is a subtitle already");
        } else {
            return false;
        }
        return true;
    }

    /** Nothing says where the body begins: shapes decide. */
    private int withoutMeta() {
        if (titleAt < 0 || titleAt + 1 >= lines.size() || !isHeadline(text(titleAt))) {
            return Math.max(titleAt, 0);
        }
        takeTitle("the first line, no sentence");
        int i = titleAt + 1;
        while (i + 1 < lines.size() && roles.isOpen(i)) {
            String line = text(i);
            boolean bodyFollows =
                    LineShape.endsSentence(text(i + 1)) || text(i + 1).length() > line.length();
            if (LineShape.isBracketed(line)) {
                roles.give(i, LineRole.NOTE, "in brackets below the headline");
            } else if (takesBullet(line) || (subtitle == null && isHeadline(line) && bodyFollows && !isLoneName(i))) {
                takeSubtitle(i, "below the headline, no sentence");
            } else if (!takeBareName(i)) {
                break;
            }
            i++;
        }
        return i;
    }

    /** A bare name right above the first paragraph. */
    private boolean isLoneName(int i) {
        return Byline.bare(text(i)).isPresent() && LineShape.endsSentence(text(i + 1));
    }

    private boolean isNearTime(int i) {
        for (int j = Math.max(0, i - 1); j <= Math.min(lines.size() - 1, i + NEAR); j++) {
            if (roles.role(j) == LineRole.TIME) {
                return true;
            }
        }
        return false;
    }

    private boolean takeBareName(int i) {
        if (!authors.isEmpty()) {
            return false;
        }
        Optional<Byline> byline = Byline.bare(text(i));
        byline.ifPresent(found -> {
            takeByline(found);
            roles.give(i, LineRole.BYLINE, "the shape of a name, by itself next to the time or the first paragraph");
        });
        return byline.isPresent();
    }

    private void takeByline(Byline byline) {
        byline.authors().stream().filter(name -> !authors.contains(name)).forEach(authors::add);
        agency = agency == null ? byline.agency() : agency;
    }

    private void takeTitle(String why) {
        title = text(titleAt);
        roles.give(titleAt, LineRole.TITLE, why);
    }

    private void takeSubtitle(int i, String why) {
        bullets += LineShape.isBullet(text(i)) ? 1 : 0;
        String line = LineShape.isBullet(text(i)) ? text(i).substring(2) : text(i);
        subtitle = subtitle == null ? line : subtitle + "; " + line;
        roles.give(i, LineRole.SUBTITLE, why);
    }

    private boolean isLabel(int i) {
        String line = text(i);
        boolean more = i + 1 < lines.size();
        boolean breadcrumb = line.length() <= LONGEST_DETAIL
                && (line.contains(" > ") || line.contains(" » ") || line.contains(" › "));
        return more && (breadcrumb || LABELS.contains(Fold.beginning(LineShape.bare(line))));
    }

    private boolean isHeadline(String line) {
        return line.length() <= LONGEST_TITLE
                && !LineShape.endsStatement(line)
                && !line.endsWith(",")
                && !line.endsWith(":")
                && LineShape.hasWord(line)
                && !startsBody(line);
    }

    private boolean startsBody(String line) {
        return DatelineParser.parse(line, receivedAt).isPresent();
    }

    private boolean hasGaps() {
        return lines.stream().skip(1).anyMatch(Line::gapBefore);
    }

    private String text(int i) {
        return lines.get(i).text();
    }

    private static boolean isParagraph(String line) {
        return line.length() >= PARAGRAPH && LineShape.endsSentence(line);
    }

    /** {@code BBC News, Lesnoy}: what stands before the first comma tells. */
    private static boolean isOutlet(String line) {
        int comma = line.indexOf(',');
        String first = comma < 0 ? line : line.substring(0, comma);
        return line.length() <= LONGEST_DETAIL && PersonName.isCapitalisedOutlet(List.of(first.split(" ", -1)));
    }

    private boolean takesBullet(String line) {
        return LineShape.isBullet(line) && bullets < MOST_BULLETS;
    }
}
