package dev.dateline.ingest.read.xml;

import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Rejection;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Parses XML of unknown origin. A document type declaration is passed over unread, so there are no entities to expand and nothing to
 * fetch; the parser that sees the rest refuses any that is left. HTML's names of characters, such as {@code nbsp}, are known without
 * a declaration, because feeds and NITF use them without one.
 */
public final class SafeXml {
    /** Making one takes longer than parsing a story with it. */
    private static final ThreadLocal<SAXParser> PARSERS = ThreadLocal.withInitial(SafeXml::parser);

    private SafeXml() {}

    /**
     * The root element.
     *
     * @param type whose charset is weaker than a byte order mark and stronger than the XML declaration (RFC 7303 section 3)
     * @throws dev.dateline.common.http.ProblemException malformed-body, with line and column
     */
    public static XmlElement parse(byte[] bytes, MediaType type) {
        return parse(XmlCharset.decode(bytes, type));
    }

    /** The root element of XML that was in another document, for example as a JSON text. */
    public static XmlElement parse(String xml) {
        String known = NamedCharacters.resolve(Prolog.withoutDoctype(xml));
        TreeBuilder tree = new TreeBuilder();
        boolean whole = false;
        try {
            PARSERS.get().parse(new InputSource(new StringReader(known)), tree);
            whole = true;
            return tree.takeRoot();
        } catch (SAXParseException e) {
            throw Rejection.malformed("this is not well-formed XML at line " + e.getLineNumber() + ", column "
                    + e.getColumnNumber() + ": " + reason(e));
        } catch (SAXException e) {
            throw Rejection.malformed("this XML can't be read: " + reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        } finally {
            if (!whole) {
                PARSERS.remove(); // it would hold on to the document
            }
        }
    }

    private static String reason(SAXException e) {
        return e.getMessage() == null ? "no reason is known" : Rejection.repeated(e.getMessage());
    }

    private static SAXParser parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(false);
            return factory.newSAXParser();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's own parser has these features", e);
        }
    }
}
