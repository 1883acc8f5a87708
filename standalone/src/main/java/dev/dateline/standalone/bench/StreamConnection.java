package dev.dateline.standalone.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One open live stream, read as a browser does. Follows the numbers of the events: each message says up to which one it leads, so that
 * none can go missing without being noticed.
 */
final class StreamConnection implements AutoCloseable {
    private static final byte[] REQUEST =
            "GET /v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    /** A connection that hardly reads shall not leave it to the kernel to keep what it does not. */
    private static final int SMALL_BUFFER = 4 << 10;

    private static final int MAX_HEAD = 8 << 10;
    private static final Pattern ID = Pattern.compile("id: [0-9a-z]+-([0-9]+)");
    private static final Pattern WRITTEN = Pattern.compile("\"received_at\":\"([^\"]+)\"");
    private static final Pattern SKIPPED = Pattern.compile("\"events\":([0-9]+)");

    private final SocketChannel channel;
    private final Supplier<StreamTally> tally;
    private final ChunkedBody body = new ChunkedBody(this::line);
    private final StringBuilder head = new StringBuilder();
    private boolean headIsRead;
    private String message = "";
    private long id;
    /** Up to which event the client has followed; below zero before it was told. */
    private long followed = -1;

    private StreamConnection(SocketChannel channel, Supplier<StreamTally> tally) {
        this.channel = channel;
        this.tally = tally;
    }

    /**
     * A connection that has asked for the stream.
     *
     * @param tally asked for where to note each message
     */
    static StreamConnection open(InetSocketAddress address, boolean slow, Supplier<StreamTally> tally)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            if (slow) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
            }
            channel.connect(address);
            channel.write(ByteBuffer.wrap(REQUEST));
            channel.configureBlocking(false);
            return new StreamConnection(channel, tally);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    SocketChannel channel() {
        return channel;
    }

    /** Whether how things are has arrived. */
    boolean isGreeted() {
        return followed >= 0;
    }

    /** Reads what is there, as much as the buffer takes. */
    void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            throw new IOException("the server closed a stream");
        }
        tally.get().read(count);
        buffer.flip();
        while (!headIsRead && buffer.hasRemaining()) {
            head((char) buffer.get());
        }
        body.take(buffer);
    }

    private void head(char next) throws IOException {
        head.append(next);
        if (head.length() > MAX_HEAD) {
            throw new IOException("an answer without an end of its head");
        }
        if (next == '\n' && head.lastIndexOf("\r\n\r\n") == head.length() - 4) {
            headIsRead = true;
            if (head.indexOf("HTTP/1.1 200 ") != 0) {
                throw new IOException("a stream was refused (" + head.substring(0, head.indexOf("\r"))
                        + "): see dateline.dashboard.stream.max-clients");
            }
        }
    }

    private void line(String line) {
        Matcher position = ID.matcher(line);
        if (position.matches()) {
            id = Long.parseLong(position.group(1));
        } else if (line.startsWith("event: ")) {
            message = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
            follow(line);
        }
    }

    private void follow(String data) {
        StreamTally seen = tally.get();
        long expected = followed;
        if (message.equals("event")) {
            expected++;
            seen.event(System.currentTimeMillis()
                    - Instant.parse(found(WRITTEN, data)).toEpochMilli());
        } else if (message.equals("skipped")) {
            long count = Long.parseLong(found(SKIPPED, data));
            expected += count;
            seen.gap(count);
        } else {
            seen.state();
        }
        if (isGreeted() && id != expected) {
            seen.unannounced(Math.abs(id - expected));
        }
        followed = id;
    }

    private static String found(Pattern pattern, String data) {
        Matcher matcher = pattern.matcher(data);
        if (!matcher.find()) {
            throw new BenchException("a message of the stream that is not understood: " + data);
        }
        return matcher.group(1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
