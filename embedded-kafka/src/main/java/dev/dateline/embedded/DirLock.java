package dev.dateline.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One process at a time. Kafka locks its directory too, but only after it has begun to write the metadata log there. The operating
 * system releases this lock when the process ends, however it ends; the file stays and means nothing by itself.
 */
final class DirLock implements AutoCloseable {
    private static final int MAX_PID_BYTES = 20;
    /** Far behind the text: where locks are mandatory (Windows), the text stays readable. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final FileChannel channel;

    private DirLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirLock take(Path dir) throws IOException {
        FileChannel channel = FileChannel.open(
                dir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!lock(channel)) {
                throw new BrokerStartException("The data directory " + dir + " is in use by " + holder(channel)
                        + ". Stop that process, or choose another data directory.");
            }
            ByteBuffer pid = StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid()));
            channel.truncate(0);
            channel.write(pid, 0);
            return new DirLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock(LOCKED_BYTE, 1, false);
            return taken != null;
        } catch (OverlappingFileLockException e) {
            // This JVM holds it already, through another channel: the same answer, told differently.
            return false;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MAX_PID_BYTES);
        channel.read(text, 0);
        String pid = StandardCharsets.US_ASCII.decode(text.flip()).toString();
        if (!pid.matches("\\d{1,19}+")) {
            return "another process";
        }
        return Long.parseLong(pid) == ProcessHandle.current().pid() ? "this process" : "process " + pid;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
