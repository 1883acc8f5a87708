package dev.dateline.ingest.poll.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUriTest {

    @ParameterizedTest
    @CsvSource({
        "https://Example.COM/Feed, https://example.com/Feed",
        "http://example.com/a|b?c=d|e, http://example.com/a%7Cb?c=d%7Ce",
        "http://example.com/ü ?q=[1], http://example.com/%C3%BC%20?q=%5B1%5D",
        "http://bücher.example/feed, http://xn--bcher-kva.example/feed",
        "http://example.com/a%20b#part, http://example.com/a%20b",
        "http://example.com:8080, http://example.com:8080"
    })
    void addressesAsTheyAreOnTheWeb(String text, String uri) {
        assertThat(WebUri.of(text)).contains(URI.create(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/feed",
                "ftp://example.com/",
                "http://",
                "http://user:secret@example.com/",
                "http://example.com:22/",
                "http://example.com:99999/",
                "javascript:alert(1)",
                "http://exa mple.com/"
            })
    void whatCannotBeAsked(String text) {
        assertThat(WebUri.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com, feed.xml, http://example.com/feed.xml",
        "http://example.com/a/b, ../c d, http://example.com/c%20d",
        "http://example.com/a, //other.example/x, http://other.example/x",
        "https://example.com/a?b, ?c=1|2, https://example.com/?c=1%7C2"
    })
    void references(String base, String reference, String uri) {
        assertThat(WebUri.resolve(URI.create(base), reference)).contains(URI.create(uri));
    }

    @Test
    void networksAreReadStrictly() throws Exception {
        Networks networks = Networks.parse("10.0.0.0/8, 192.168.4.0/23,::1/128");

        assertThat(networks.contain(InetAddress.getAllByName("10.200.3.4")[0])).isTrue();
        assertThat(networks.contain(InetAddress.getAllByName("192.168.5.9")[0])).isTrue();
        assertThat(networks.contain(InetAddress.getAllByName("192.168.6.9")[0])).isFalse();
        assertThat(networks.contain(InetAddress.getAllByName("::1")[0])).isTrue();
        assertThat(networks.contain(InetAddress.getAllByName("::2")[0])).isFalse();
        assertThatThrownBy(() -> Networks.parse("10.0.0.0/33")).hasMessageContaining("10.0.0.0/33");
        assertThatThrownBy(() -> Networks.parse("example.com/8")).hasMessageContaining("example.com/8");
    }
}
