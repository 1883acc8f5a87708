package dev.dateline.ingest.read.xml;

import java.util.Set;
import org.jsoup.nodes.Entities;

/** HTML's names of characters, from a fixed table; a document's own declarations are not read. */
final class NamedCharacters {
    private static final Set<String> OF_XML = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final int MAX_NAME = 32;
    private static final String CDATA = "<![CDATA[";

    private NamedCharacters() {}

    /** The text with HTML's names replaced by numbers, which any parser knows, except in CDATA, where they are just text. */
    static String resolve(String xml) {
        int ampersand = xml.indexOf('&');
        if (ampersand < 0) {
            return xml;
        }
        StringBuilder resolved = new StringBuilder(xml.length());
        int done = 0;
        int cdata = xml.indexOf(CDATA);
        while (ampersand >= 0) {
            if (cdata >= 0 && cdata < ampersand) {
                int end = xml.indexOf("]]>", cdata);
                int after = end < 0 ? xml.length() : end;
                cdata = xml.indexOf(CDATA, after);
                ampersand = ampersand < after ? xml.indexOf('&', after) : ampersand;
                continue;
            }
            String name = name(xml, ampersand + 1);
            String characters = name == null || OF_XML.contains(name) ? "" : Entities.getByName(name);
            if (!characters.isEmpty()) {
                resolved.append(xml, done, ampersand);
                characters
                        .codePoints()
                        .forEach(c -> resolved.append("&#").append(c).append(';'));
                done = ampersand + name.length() + 2;
            }
            ampersand = xml.indexOf('&', ampersand + 1);
        }
        return resolved.append(xml, done, xml.length()).toString();
    }

    private static String name(String xml, int from) {
        int end = from;
        while (end < xml.length() && end - from < MAX_NAME && isNameCharacter(xml.charAt(end))) {
            end++;
        }
        return end > from && end < xml.length() && xml.charAt(end) == ';' ? xml.substring(from, end) : null;
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
