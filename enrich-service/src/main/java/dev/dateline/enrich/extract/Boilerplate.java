package dev.dateline.enrich.extract;

import dev.dateline.enrich.extract.text.Fold;
import dev.dateline.enrich.extract.text.LineShape;
import dev.dateline.enrich.extract.text.Phrases;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says of one line whether it belongs to the page around an article, from its wording and its shape. */
final class Boilerplate {
    private static final int MAX_PROMPT_LENGTH = 320;
    private static final int MAX_TEASER_LENGTH = 220;
    private static final int SHORT_LINE = 120;
    private static final int MAX_HEADING = 80;
    private static final int PROMPT_SCORE = 5;
    private static final int CERTAIN_SCORE = 4;
    private static final String LINKING = ":-–—|>»→›(";

    /** {@code REUTERS/Jane Doe}, folded. */
    private static final Pattern PHOTOGRAPHER = Pattern.compile("(?:reuters|afp|ap|epa|getty)/[\\p{L} .'-]{3,60}");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}'-]");
    private static final Phrases FURNITURE = Phrases.load("furniture.txt");
    private static final Phrases TEASERS = Phrases.load("teasers.txt");
    private static final Phrases PHOTO_CREDITS = Phrases.load("photo-credits.txt");
    private static final Phrases PROMPTS = Phrases.load("prompt-phrases.txt");
    private static final Phrases PROMPT_VERBS = Phrases.load("prompt-verbs.txt");
    private static final Phrases WEB_WORDS = Phrases.load("web-words.txt");
    private static final Phrases READER_WORDS = Phrases.load("reader-words.txt");
    private static final Phrases LEGAL = Phrases.load("legal-phrases.txt");
    private static final Phrases END_HEADINGS = Phrases.load("end-headings.txt");

    /** What a line was recognised as, and by which cue. */
    record Found(LineRole role, String why) {}

    private Boilerplate() {}

    /** What may be dropped wherever it stands. */
    static Optional<Found> anywhere(String line) {
        if (line.length() > MAX_PROMPT_LENGTH || LineShape.opensQuote(line)) {
            return Optional.empty();
        }
        String folded = Fold.all(line);
        Optional<Found> found = furniture(folded);
        found = found.isPresent() ? found : teaser(line, folded);
        found = found.isPresent() ? found : caption(line, folded);
        return found.isPresent() ? found : certainPrompt(line, folded);
    }

    /** What may be dropped after the last paragraph: the same, and what is too weak a cue elsewhere. */
    static Optional<Found> atEnd(String line) {
        if (LineShape.opensQuote(line)) {
            return Optional.empty();
        }
        String folded = Fold.beginning(line);
        if (END_HEADINGS.contains(LineShape.bare(folded))) {
            return Optional.of(new Found(LineRole.LINKS, "heads links or comments"));
        }
        Optional<Found> found = anywhere(line);
        found = found.isPresent() ? found : endPrompt(line, folded);
        found = found.isPresent() ? found : legal(folded);
        found = found.isPresent() ? found : heading(line, folded);
        return found.isPresent() ? found : address(line);
    }

    /** A button, a counter, a menu entry: the whole line is on the list, numbers aside. */
    static Optional<Found> furniture(String folded) {
        if (folded.length() > SHORT_LINE) {
            return Optional.empty();
        }
        String shape = withoutNumbers(LineShape.bare(folded));
        if (!LineShape.hasWord(folded)) {
            return Optional.of(new Found(LineRole.FURNITURE, "no word in it: a rule or ornament"));
        }
        return FURNITURE.contains(shape)
                ? Optional.of(new Found(LineRole.FURNITURE, "page furniture \"" + shape + "\""))
                : Optional.empty();
    }

    /** A bracket, bullet or dash in front of the words makes no difference. */
    private static Optional<Found> teaser(String line, String folded) {
        int start = folded.indexOf(LineShape.bare(folded));
        String text = folded.substring(start);
        String phrase = TEASERS.opening(text);
        if (phrase == null) {
            return Optional.empty();
        }
        String rest = text.substring(phrase.length()).trim();
        boolean linked = line.length() <= MAX_TEASER_LENGTH
                && (rest.isEmpty() || LINKING.indexOf(rest.charAt(0)) >= 0 || !LineShape.hasWord(rest));
        boolean glued = text.length() > phrase.length() && text.charAt(phrase.length()) == '-';
        boolean title = phrase.indexOf(' ') > 0
                && line.length() <= SHORT_LINE
                && !LineShape.endsStatement(line)
                && !leadsOn(line);
        return (linked && !glued) || title
                ? Optional.of(new Found(LineRole.TEASER, "opens with \"" + phrase + "\" like a link to something else"))
                : Optional.empty();
    }

    private static Optional<Found> caption(String line, String folded) {
        String opening = PHOTO_CREDITS.opening(folded);
        boolean loose = opening != null && opening.indexOf(' ') > 0 && !LineShape.endsStatement(line);
        if (opening != null && (loose || folded.startsWith(":", opening.length()))) {
            return Optional.of(new Found(LineRole.CAPTION, "opens with the picture credit \"" + opening + "\""));
        }
        String bare = LineShape.bare(folded);
        int bracket = folded.endsWith(")") ? folded.lastIndexOf('(') : -1;
        String credit = bracket < 0 ? null : PHOTO_CREDITS.opening(folded.substring(bracket + 1));
        if (credit != null) {
            return Optional.of(new Found(LineRole.CAPTION, "ends with the picture credit \"" + credit + "\""));
        }
        if (endsWithPhotoCredit(line, folded)) {
            return Optional.of(new Found(LineRole.CAPTION, "no sentence, ends with a picture credit"));
        }
        boolean agencyStyle =
                line.length() <= SHORT_LINE && PHOTOGRAPHER.matcher(bare).matches();
        return agencyStyle
                ? Optional.of(new Found(LineRole.CAPTION, "agency and photographer with a slash between"))
                : Optional.empty();
    }

    private static boolean endsWithPhotoCredit(String line, String folded) {
        int last = folded.lastIndexOf(' ');
        int before = Math.max(folded.lastIndexOf(' ', last - 1), folded.lastIndexOf('/'));
        return last > 0 && !LineShape.endsStatement(line) && PHOTO_CREDITS.contains(folded.substring(before + 1));
    }

    /** A request to the reader, wherever it stands: a short line that is no sentence, or one with every mark of a request. */
    private static Optional<Found> certainPrompt(String line, String folded) {
        boolean loose = line.length() <= SHORT_LINE && !LineShape.endsStatement(line) && !leadsOn(line);
        if (loose) {
            return prompt(folded, true, CERTAIN_SCORE);
        }
        boolean listed = line.length() <= SHORT_LINE && PROMPTS.within(folded) != null;
        return listed && promptScore(folded) >= CERTAIN_SCORE ? prompt(folded, false, CERTAIN_SCORE) : Optional.empty();
    }

    /** A request to the reader at the end of a text. */
    private static Optional<Found> endPrompt(String line, String folded) {
        if (line.length() > MAX_PROMPT_LENGTH) {
            return Optional.empty();
        }
        boolean loose = !LineShape.endsStatement(line) && !leadsOn(line);
        int shape = (loose ? 1 : 0) + (line.length() <= SHORT_LINE ? 1 : 0);
        return prompt(folded, loose, PROMPT_SCORE - shape);
    }

    /** A listed phrase, or an imperative that speaks of things only a web page has. */
    private static Optional<Found> prompt(String folded, boolean loose, int needed) {
        String phrase = PROMPTS.within(folded);
        if (phrase != null && (loose || READER_WORDS.within(folded) != null)) {
            return Optional.of(new Found(LineRole.PROMPT, "holds \"" + phrase + "\""));
        }
        return promptScore(folded) >= needed
                ? Optional.of(new Found(LineRole.PROMPT, "an imperative that speaks to the reader of the page"))
                : Optional.empty();
    }

    /** 0 without an imperative at the start or without a word of the web; else 3 to 5. */
    private static int promptScore(String folded) {
        if (PROMPT_VERBS.opening(folded) == null) {
            return 0;
        }
        int webWords = 0;
        for (String word : NO_LETTERS.split(folded, -1)) {
            webWords += WEB_WORDS.contains(word) ? 1 : 0;
        }
        webWords += folded.contains(" @") ? 1 : 0;
        int reader = READER_WORDS.within(folded) == null ? 0 : 1;
        return webWords == 0 ? 0 : 2 + reader + Math.min(webWords, 2);
    }

    private static Optional<Found> legal(String folded) {
        boolean sign = folded.startsWith("©") || folded.startsWith("(c) ") || folded.startsWith("copyright ");
        String phrase = sign ? null : LEGAL.within(folded);
        if (sign || phrase != null) {
            return Optional.of(new Found(LineRole.PROMPT, sign ? "copyright line" : "holds \"" + phrase + "\""));
        }
        return Optional.empty();
    }

    private static Optional<Found> heading(String line, String folded) {
        String phrase = END_HEADINGS.opening(folded);
        boolean heads = phrase != null
                && line.length() <= MAX_HEADING
                && !LineShape.endsStatement(line)
                && (phrase.indexOf(' ') > 0 || phrase.length() == line.length() || line.charAt(phrase.length()) == ':');
        return heads
                ? Optional.of(new Found(LineRole.LINKS, "heads links or comments: \"" + phrase + "\""))
                : Optional.empty();
    }

    /** Only an address, an account or hashtags. */
    private static Optional<Found> address(String line) {
        boolean oneWord = line.indexOf(' ') < 0 && line.length() <= MAX_PROMPT_LENGTH;
        boolean address = oneWord && (line.contains("://") || line.startsWith("www.") || line.startsWith("@"));
        boolean hashtags = line.length() <= MAX_PROMPT_LENGTH
                && line.startsWith("#")
                && line.split(" ", -1).length
                        == line.chars().filter(c -> c == '#').count();
        return address || hashtags
                ? Optional.of(new Found(LineRole.LINKS, "only an address or tags"))
                : Optional.empty();
    }

    /** Announces what follows it, as the words before a quotation do. */
    private static boolean leadsOn(String line) {
        return line.endsWith(":") || line.endsWith(",");
    }

    private static String withoutNumbers(String folded) {
        if (!LineShape.hasDigit(folded)) {
            return folded;
        }
        StringBuilder shape = new StringBuilder();
        boolean number = false;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            boolean partOfNumber = Character.isDigit(c) || (number && (c == '.' || c == ','));
            if (partOfNumber && !number) {
                shape.append('0');
            } else if (!partOfNumber) {
                shape.append(c);
            }
            number = partOfNumber;
        }
        return shape.toString();
    }
}
