package dev.dateline.standalone.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection with one request at a time; reads as much of an answer as is needed to find its end. */
final class LoadConnection implements AutoCloseable {
    static final int UNFINISHED = -1;

    private static final int FIRST_BUFFER = 64 << 10;
    private static final int MAX_ANSWER = 64 << 20;
    private static final String LENGTH = "\r\ncontent-length: ";
    private static final String CHUNKED = "\r\ntransfer-encoding: chunked";
    /** No JSON text holds a line break of this form, so it ends a chunked answer only. */
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_FROM = "HTTP/1.1 ".length();
    private static final int STATUS_TO = STATUS_FROM + 3;

    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer out = ByteBuffer.allocate(0);
    private ByteBuffer in = ByteBuffer.allocate(FIRST_BUFFER);
    private String head;
    private int headLength;
    private long sentAtNanos;

    private LoadConnection(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    static LoadConnection open(InetSocketAddress address, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return new LoadConnection(channel, selector);
    }

    long sentAtNanos() {
        return sentAtNanos;
    }

    void send(byte[] request) throws IOException {
        out = ByteBuffer.wrap(request);
        in.clear();
        head = null;
        sentAtNanos = System.nanoTime();
        write();
    }

    /** Writes or reads what can be; the answer's status once it is complete, else {@link #UNFINISHED}. */
    int turn() throws IOException {
        if (out.hasRemaining()) {
            write();
        }
        if (!in.hasRemaining()) {
            grow();
        }
        if (channel.read(in) < 0) {
            throw new IOException("the server closed the connection");
        }
        return complete() ? Integer.parseInt(head.substring(STATUS_FROM, STATUS_TO)) : UNFINISHED;
    }

    private void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private void grow() throws IOException {
        if (in.capacity() >= MAX_ANSWER) {
            throw new IOException("an answer of more than " + MAX_ANSWER + " bytes");
        }
        in = ByteBuffer.wrap(Arrays.copyOf(in.array(), in.capacity() * 2)).position(in.position());
    }

    private boolean complete() throws IOException {
        if (head == null && !findHead()) {
            return false;
        }
        int length = head.indexOf(LENGTH);
        if (length >= 0) {
            int from = length + LENGTH.length();
            int body = Integer.parseInt(head.substring(from, head.indexOf('\r', from)));
            return in.position() == headLength + body;
        }
        if (!head.contains(CHUNKED)) {
            throw new IOException("an answer without an end: " + head);
        }
        int from = in.position() - LAST_CHUNK.length;
        return from >= 0 && Arrays.mismatch(in.array(), from, in.position(), LAST_CHUNK, 0, LAST_CHUNK.length) < 0;
    }

    private boolean findHead() {
        byte[] bytes = in.array();
        for (int end = HEAD_END.length; end <= in.position(); end++) {
            if (Arrays.mismatch(bytes, end - HEAD_END.length, end, HEAD_END, 0, HEAD_END.length) < 0) {
                head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                headLength = end;
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
