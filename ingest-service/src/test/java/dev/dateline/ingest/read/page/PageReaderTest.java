package dev.dateline.ingest.read.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {
    private static RawArticle read(byte[] bytes, String charset) {
        Document document =
                new Document(bytes, new MediaType("text/html", charset), null, null, "https://www.Courier.example/a");
        return ((Reading.Article) new PageReader().read(document).get(0)).draft();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "utf-8 | none | <p>€",
                "utf-8 | utf-8 | <meta charset=iso-8859-1><p>€",
                "windows-1252 | none | <meta charset='latin1'><p>€",
                "windows-1252 | none | <meta http-equiv=content-type content='text/html; charset=iso-8859-1'><p>€",
                "windows-1252 | none | <!-- <meta charset=utf-8> --><p>€ and no word of it",
                "utf-8 | none | <!-- <meta charset=iso-8859-1> --><p>€",
                "utf-8 | none | <meta charset=utf-16><p>€",
                "utf-8 | nonsense | <meta charset=utf-8><p>€",
                "iso-8859-15 | none | <?xml version='1.0' encoding='iso-8859-15'?><html>€</html>",
                "koi8-r | none | <META CHARSET=KOI8-R ><p>Ёж",
                "utf-16le | utf-16 | <p>€"
            })
    void readsTheCharsetAsABrowserDoes(String used, String announced, String page) {
        RawArticle article = read(page.getBytes(Charset.forName(used)), announced);

        assertThat(article.pageHtml()).isEqualTo(page);
    }

    @Test
    void aMarkIsStrongestAndLeftOut() {
        byte[] bytes = "\uFEFF<p>ü".getBytes(StandardCharsets.UTF_16BE);

        assertThat(read(bytes, "utf-8").pageHtml()).isEqualTo("<p>ü");
    }

    @Test
    void aBadByteIsReplaced() {
        byte[] bytes = {'<', 'p', '>', (byte) 0xC3, 'x'};

        assertThat(read(bytes, "utf-8").pageHtml()).isEqualTo("<p>\uFFFDx");
    }

    @Test
    void theAddressNamesTheSource() {
        RawArticle article = read("<p>x".getBytes(StandardCharsets.UTF_8), null);

        assertThat(article.url()).isEqualTo("https://www.Courier.example/a");
        assertThat(article.sourceId()).isEqualTo("courier.example");
        assertThat(article.sourceDomain()).isEqualTo("courier.example");
    }
}
