package dev.dateline.ingest.read.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.http.ProblemException;
import dev.dateline.ingest.read.MediaType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeXmlTest {
    @Test
    void knowsHtmlsCharactersByNameWithoutADeclaration() {
        XmlElement root = SafeXml.parse("<a b=\"&eacute;&quot;\">&uuml;&amp;&LT;&nbsp;<![CDATA[&uuml;]]>&ndash;</a>");

        assertThat(root.rawText()).isEqualTo("ü&<\u00a0&uuml;–");
        assertThat(root.attribute("b")).isEqualTo("é\"");
    }

    @Test
    void passesOverADocumentTypeUnread() {
        XmlElement root = SafeXml.parse(
                "\n<?xml version=\"1.0\"?>\n<!-- c --><!DOCTYPE a SYSTEM 'x>y' [<!ENTITY b \"]>\"> <!-- ]> --> <?p ]>?>]>\n<a>t</a>");

        assertThat(root.text()).isEqualTo("t");
    }

    @Test
    void readsNoFileAndOpensNoConnection(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
            assertThat(SafeXml.parse("<!DOCTYPE a SYSTEM \"" + address + "\"><a>t</a>")
                            .text())
                    .isEqualTo("t");
            assertRefused("<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + address + "\">%p;]><a>&x;</a>");
            assertRefused("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>");
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void laughsNotOnce() {
        assertRefused("<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<a>",
                "<a></b>",
                "<a b=1/>",
                "<a>&</a>",
                "<a/><a/>",
                "<!DOCTYPE a [",
                "<a>\u0001</a>",
                "<!DOCTYPE a><!DOCTYPE a><a/>"
            })
    void saysWhatIsNotXml(String xml) {
        assertRefused(xml);
    }

    @Test
    void isBounded() {
        assertThat(SafeXml.parse("<a>".repeat(100) + "</a>".repeat(100)).name()).isEqualTo("a");
        assertRefused("<a>".repeat(101) + "</a>".repeat(101));
        assertRefused("<a>" + "<b/>".repeat(TreeBuilder.MAX_ELEMENTS) + "</a>");
        StringBuilder attributes = new StringBuilder("<a");
        for (int i = 0; i <= TreeBuilder.MAX_ATTRIBUTES; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        assertRefused(attributes.append("/>").toString());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "utf-8, none, none",
                "utf-8, none, utf-8",
                "iso-8859-1, none, iso-8859-1",
                "iso-8859-1, iso-8859-1, utf-8",
                "windows-1251, windows-1251, none",
                "utf-16le, none, none",
                "utf-16be, none, utf-16",
                "utf-8, none, utf-16"
            })
    void findsTheCharset(String used, String announced, String declared) {
        String word = used.equals("windows-1251") ? "Ёж" : "ü";
        String declaration = declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
        byte[] bytes = (declaration + "<a>" + word + "</a>").getBytes(Charset.forName(used));

        assertThat(SafeXml.parse(bytes, new MediaType("text/xml", announced)).text())
                .isEqualTo(word);
    }

    @Test
    void replacesNoByteOfAnotherCharset() {
        byte[] bytes = "<a>ü</a>".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> SafeXml.parse(bytes, MediaType.parse(null)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().detail()).contains("offset 3"));
    }

    private static void assertRefused(String xml) {
        assertThatThrownBy(() -> SafeXml.parse(xml)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().type())
                .isEqualTo("/problems/malformed-body"));
    }
}
