package dev.dateline.ingest.read.xml;

import dev.dateline.ingest.read.Rejection;

/** What is before the root element: XML declaration, comments, processing instructions and the document type declaration. */
final class Prolog {
    private static final String DOCTYPE = "<!DOCTYPE";
    private static final String COMMENT = "<!--";

    private final String xml;
    private int at;

    Prolog(String xml) {
        this.xml = xml;
    }

    /** The document without leading blanks and without its document type declaration, whose line breaks stay. */
    static String withoutDoctype(String xml) {
        Prolog prolog = new Prolog(xml.stripLeading());
        if (!prolog.toDoctypeOrRoot()) {
            return prolog.xml;
        }
        int from = prolog.at;
        if (!prolog.passDoctype()) {
            throw Rejection.malformed("the document type declaration is not closed");
        }
        long lines = prolog.xml
                .substring(from, prolog.at)
                .chars()
                .filter(c -> c == '\n')
                .count();
        return prolog.xml.substring(0, from) + "\n".repeat((int) lines) + prolog.xml.substring(prolog.at);
    }

    /** The name of the root element without prefix, or of the document type; null when neither is within what is given. */
    static String rootName(String opening) {
        Prolog prolog = new Prolog(opening.stripLeading());
        String type = null;
        if (prolog.toDoctypeOrRoot()) {
            type = prolog.nameAt(prolog.at + DOCTYPE.length());
            prolog.passDoctype();
            prolog.toDoctypeOrRoot();
        }
        String root = prolog.xml.startsWith("<", prolog.at) ? prolog.nameAt(prolog.at + 1) : null;
        return root == null ? type : root;
    }

    /** Goes to where one of them begins; whether it is the declaration. */
    private boolean toDoctypeOrRoot() {
        while (at < xml.length()) {
            if (Character.isWhitespace(xml.charAt(at))) {
                at++;
            } else if (xml.startsWith("<?", at)) {
                pass("?>", at);
            } else if (xml.startsWith(COMMENT, at)) {
                pass("-->", at + COMMENT.length());
            } else {
                return xml.regionMatches(true, at, DOCTYPE, 0, DOCTYPE.length());
            }
        }
        return false;
    }

    /** Goes behind the declaration: quotes, comments and the internal subset in brackets may hold a {@code >}. */
    private boolean passDoctype() {
        at += DOCTYPE.length();
        int brackets = 0;
        while (at < xml.length()) {
            char c = xml.charAt(at);
            if (c == '"' || c == '\'') {
                pass(String.valueOf(c), at + 1);
            } else if (xml.startsWith(COMMENT, at)) {
                pass("-->", at + COMMENT.length());
            } else if (xml.startsWith("<?", at)) {
                pass("?>", at);
            } else {
                brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
                at++;
                if (c == '>' && brackets <= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void pass(String end, int from) {
        int found = xml.indexOf(end, from);
        at = found < 0 ? xml.length() : found + end.length();
    }

    private String nameAt(int from) {
        int start = from;
        while (start < xml.length() && Character.isWhitespace(xml.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < xml.length() && isNamePart(xml.charAt(end))) {
            end++;
        }
        String name = xml.substring(start, end);
        String local = name.substring(name.indexOf(':') + 1);
        return local.isEmpty() ? null : local;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '_' || c == '.';
    }
}
