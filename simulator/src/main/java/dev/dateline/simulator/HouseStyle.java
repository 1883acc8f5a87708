package dev.dateline.simulator;

/** How an outlet prints quotation marks, dashes and the blank after a full stop: in English, and without changing a word. */
final class HouseStyle {
    private final boolean curlyQuotes;
    private final String dash;
    private final boolean wideStops;
    private final boolean english;

    private HouseStyle(boolean curlyQuotes, String dash, boolean wideStops, boolean english) {
        this.curlyQuotes = curlyQuotes;
        this.dash = dash;
        this.wideStops = wideStops;
        this.english = english;
    }

    /** Spread over the outlets so that a copy is usually printed differently from its original. */
    static HouseStyle of(Outlet outlet) {
        int index = outlet.index();
        return new HouseStyle(
                index % 2 == 1,
                index % 3 == 0 ? " - " : index % 3 == 1 ? " – " : " — ",
                index % 5 == 0,
                outlet.language() == Language.EN);
    }

    String print(String text) {
        return !english || isPlain(text) ? text : printed(text);
    }

    /** Most statements have nothing that outlets print differently. */
    private boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dashed = c == ' ' && i + 1 < text.length() && " -–—".indexOf(text.charAt(i + 1)) >= 0;
            boolean stopped = wideStops && c == '.' && i + 1 < text.length();
            if (dashed || stopped || c == '"' || c == '\'' || (c >= '‘' && c <= '”')) {
                return false;
            }
        }
        return true;
    }

    private String printed(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '“', '”' -> out.append(quote(c, '"', '“', '”', startsWord(text, i)));
                case '\'', '‘', '’' -> out.append(quote(c, '\'', '‘', '’', startsWord(text, i)));
                case ' ' -> i = blank(text, i, out);
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private char quote(char given, char straight, char open, char close, boolean opening) {
        if (!curlyQuotes) {
            return straight;
        }
        return given == straight ? (opening ? open : close) : given;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '(';
    }

    /** Copies the blank at a position, or the dash it belongs to, and returns the last position it took. */
    private int blank(String text, int at, StringBuilder out) {
        if (at + 2 < text.length() && "-–—".indexOf(text.charAt(at + 1)) >= 0 && text.charAt(at + 2) == ' ') {
            out.append(dash);
            return at + 2;
        }
        boolean afterStop = at > 0 && text.charAt(at - 1) == '.';
        boolean more = at + 1 < text.length() && text.charAt(at + 1) == ' ';
        out.append(wideStops && afterStop ? "  " : " ");
        return more ? at + 1 : at;
    }
}
