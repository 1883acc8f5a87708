package dev.dateline.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveClientTest {

    /** A connection whose other side reads, does not read, or is gone. */
    private static final class Connection extends ServletOutputStream {
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private boolean ready = true;
        private boolean broken;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            // The container calls the listener later, from a thread of its own; the test does.
        }

        @Override
        public void write(int value) throws IOException {
            if (broken) {
                throw new IOException("the client is gone");
            }
            received.write(value);
        }

        String text() {
            return received.toString(StandardCharsets.UTF_8);
        }
    }

    private final Connection connection = new Connection();
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final LiveClient client = new LiveClient(gone -> ended.incrementAndGet());

    /** The request as the container sees it: only its end matters here. */
    private final AsyncContext request = (AsyncContext) Proxy.newProxyInstance(
            AsyncContext.class.getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("complete")) {
                    completed.incrementAndGet();
                }
                return null;
            });

    private static byte[] message(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasSentBeforeTheConnectionIsReadyWaitsForIt() {
        client.send(message("a"));
        client.connect(request, connection);
        client.send(message("b"));
        assertThat(connection.text()).isEmpty();

        client.onWritePossible();
        client.send(message("c"));

        assertThat(connection.text()).isEqualTo("abc");
    }

    @Test
    void aSlowClientIsDroppedNotWaitedFor() {
        client.connect(request, connection);
        client.onWritePossible();
        connection.ready = false;
        for (int i = 0; i < LiveClient.MAX_WAITING; i++) {
            assertThat(client.send(message("x"))).isTrue();
        }

        assertThat(client.send(message("one too many"))).isFalse();

        assertThat(ended).hasValue(1);
        assertThat(completed).hasValue(1);
        connection.ready = true;
        client.onWritePossible();
        assertThat(connection.text())
                .as("nothing is written to a response that may be over")
                .isEmpty();
    }

    @Test
    void aClientThatCatchesUpStays() {
        client.connect(request, connection);
        client.onWritePossible();
        connection.ready = false;
        for (int i = 0; i < LiveClient.MAX_WAITING; i++) {
            client.send(message("x"));
        }
        connection.ready = true;
        client.onWritePossible();

        assertThat(client.send(message("y"))).isTrue();
        assertThat(connection.text()).hasSize(LiveClient.MAX_WAITING + 1).endsWith("y");
    }

    @Test
    void aClientThatWentAwayEndsWithoutNoise() {
        client.connect(request, connection);
        client.onWritePossible();
        connection.broken = true;

        client.send(message("x"));

        assertThat(ended).hasValue(1);
        assertThat(completed).hasValue(1);
    }

    @Test
    void nothingTouchesTheResponseAfterTheContainerIsDoneWithIt() {
        client.connect(request, connection);
        client.onWritePossible();
        client.onComplete(new AsyncEvent(request));

        client.send(message("x"));
        client.onWritePossible();
        client.end();

        assertThat(connection.text()).isEmpty();
        assertThat(completed).hasValue(0);
        assertThat(ended).hasValue(1);
    }

    @Test
    void aClientToldGoodbyeBeforeItIsConnectedIsNotLeftHanging() {
        client.end();
        client.connect(request, connection);

        assertThat(completed).hasValue(1);
        assertThat(ended).hasValue(1);
    }
}
