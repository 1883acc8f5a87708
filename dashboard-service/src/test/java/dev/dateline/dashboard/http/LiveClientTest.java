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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
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
    private final AtomicLong skipped = new AtomicLong();
    private final LiveClient client = new LiveClient(new LiveClient.Owner() {
        @Override
        public void left(LiveClient gone) {
            ended.incrementAndGet();
        }

        @Override
        public void skipped(long count) {
            skipped.addAndGet(count);
        }

        @Override
        public List<StreamMessage> catchUp(long missed, long events) {
            return List.of(state("missed " + missed + " up to " + events, events));
        }
    });

    @BeforeEach
    void greet() {
        client.greet(List::of);
    }

    /** The request as the container sees it: only its end matters here. */
    private final AsyncContext request = (AsyncContext) Proxy.newProxyInstance(
            AsyncContext.class.getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("complete")) {
                    completed.incrementAndGet();
                }
                return null;
            });

    private static StreamMessage state(String text, long events) {
        return StreamMessage.state("state", new StreamId("run", events), text);
    }

    private static StreamMessage event(long number) {
        return StreamMessage.event(new StreamId("run", number), "event " + number);
    }

    /** What was received, without the frame. */
    private List<String> received() {
        return connection
                .text()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring(6))
                .toList();
    }

    @Test
    void whatWasSentBeforeTheConnectionIsReadyWaitsForIt() {
        client.send(event(1));
        client.connect(request, connection);
        client.send(event(2));
        assertThat(connection.text()).isEmpty();

        client.onWritePossible();
        client.send(event(3));

        assertThat(received()).containsExactly("\"event 1\"", "\"event 2\"", "\"event 3\"");
    }

    @Test
    void nothingIsSentBeforeTheGreetingAndNothingTwice() {
        AtomicInteger left = new AtomicInteger();
        LiveClient fresh = new LiveClient(new LiveClient.Owner() {
            @Override
            public void left(LiveClient gone) {
                left.incrementAndGet();
            }

            @Override
            public void skipped(long count) {
                throw new AssertionError("nothing is skipped");
            }

            @Override
            public List<StreamMessage> catchUp(long missed, long events) {
                throw new AssertionError("nothing is skipped");
            }
        });
        fresh.send(event(1));
        fresh.greet(() -> List.of(event(1), event(2), state("now", 2)));
        fresh.send(event(2));
        fresh.send(event(3));
        fresh.connect(request, connection);
        fresh.onWritePossible();

        assertThat(received()).containsExactly("\"event 1\"", "\"event 2\"", "\"now\"", "\"event 3\"");
        assertThat(left).hasValue(0);
    }

    @Test
    void aSlowClientIsSkippedAheadAndToldHowMuchItMissed() {
        client.connect(request, connection);
        client.onWritePossible();
        connection.ready = false;
        for (int i = 1; i <= LiveClient.MAX_WAITING; i++) {
            assertThat(client.send(event(i))).isTrue();
        }
        assertThat(skipped).hasValue(0);

        assertThat(client.send(event(LiveClient.MAX_WAITING + 1))).isTrue();
        assertThat(client.send(state("soon out of date", LiveClient.MAX_WAITING + 1)))
                .isTrue();
        assertThat(client.send(event(LiveClient.MAX_WAITING + 2))).isTrue();

        assertThat(skipped).hasValue(LiveClient.MAX_WAITING + 2);
        assertThat(ended).hasValue(0);
        connection.ready = true;
        client.onWritePossible();
        client.send(event(LiveClient.MAX_WAITING + 3));
        assertThat(received()).containsExactly("\"missed 130 up to 130\"", "\"event 131\"");
    }

    @Test
    void aSecondGapIsCountedByItself() {
        client.connect(request, connection);
        client.onWritePossible();
        for (int gap = 0; gap < 2; gap++) {
            connection.ready = false;
            for (int i = 1; i <= LiveClient.MAX_WAITING + 1; i++) {
                client.send(event(gap * (LiveClient.MAX_WAITING + 1) + i));
            }
            connection.ready = true;
            client.onWritePossible();
        }

        assertThat(received()).containsExactly("\"missed 129 up to 129\"", "\"missed 129 up to 258\"");
    }

    @Test
    void aClientThatReadsNothingAtAllIsDropped() {
        client.connect(request, connection);
        client.onWritePossible();
        connection.ready = false;
        for (int i = 0; i < LiveClient.MAX_DEAF; i++) {
            assertThat(client.send(state("now", 0))).isTrue();
        }

        assertThat(client.send(state("one too many", 0))).isFalse();

        assertThat(ended).hasValue(1);
        assertThat(completed).hasValue(1);
        connection.ready = true;
        client.onWritePossible();
        assertThat(connection.text())
                .as("nothing is written to a response that may be over")
                .isEmpty();
    }

    @Test
    void aClientThatCatchesUpInTimeMissesNothing() {
        client.connect(request, connection);
        client.onWritePossible();
        connection.ready = false;
        for (int i = 1; i <= LiveClient.MAX_WAITING; i++) {
            client.send(event(i));
        }
        connection.ready = true;
        client.onWritePossible();

        assertThat(client.send(event(LiveClient.MAX_WAITING + 1))).isTrue();
        assertThat(received()).hasSize(LiveClient.MAX_WAITING + 1).last().isEqualTo("\"event 129\"");
        assertThat(skipped).hasValue(0);
    }

    @Test
    void aClientThatWentAwayEndsWithoutNoise() {
        client.connect(request, connection);
        client.onWritePossible();
        connection.broken = true;

        client.send(event(1));

        assertThat(ended).hasValue(1);
        assertThat(completed).hasValue(1);
    }

    @Test
    void nothingTouchesTheResponseAfterTheContainerIsDoneWithIt() {
        client.connect(request, connection);
        client.onWritePossible();
        client.onComplete(new AsyncEvent(request));

        client.send(event(1));
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
