package dev.dateline.enrich.stream;

import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.PackedId;
import dev.dateline.enrich.near.Place;
import dev.dateline.enrich.sketch.Sketch;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Members as bytes, big endian: a head of the record's own (format version and a number), place, revision, owner, sketch. All of it is
 * hashes and counts, so there is nothing to compress and nothing that JSON would make readable.
 */
final class MemberCodec {
    private static final byte VERSION = 1;
    /** Marks an id of 16 bytes; any other number is the length of an id in UTF-8. */
    private static final int PACKED = 0xffff;

    private static final int MAX_COUNT = PACKED - 1;
    private static final int INSTANT_BYTES = Long.BYTES + Integer.BYTES;
    private static final int FIXED_BYTES =
            Byte.BYTES + Long.BYTES + Short.BYTES + 2 * INSTANT_BYTES + 3 * Integer.BYTES + 3 * Short.BYTES;

    private MemberCodec() {}

    /** A member after a number that the record has besides. */
    static byte[] encode(long head, Member member) {
        Sketch sketch = member.sketch();
        PackedId packed = PackedId.of(member.articleId());
        byte[] id = packed == null
                ? member.articleId().getBytes(StandardCharsets.UTF_8)
                : ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(packed.high())
                        .putLong(packed.low())
                        .array();
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES
                + id.length
                + sketch.signature().length
                + Integer.BYTES * (sketch.bands().length + sketch.numbers().length));
        bytes.put(VERSION).putLong(head);
        bytes.putShort(packed == null ? count(id.length) : (short) PACKED).put(id);
        put(bytes, member.place().publishedAt());
        put(bytes, member.place().receivedAt());
        bytes.putInt(member.revision()).putInt(member.ownerPartition()).putInt(sketch.shingles());
        bytes.putShort(count(sketch.signature().length)).put(sketch.signature());
        put(bytes, sketch.bands());
        put(bytes, sketch.numbers());
        return bytes.array();
    }

    /**
     * What {@link #encode} wrote.
     *
     * @param what the record's name in messages
     * @throws SerializationException when it did not write these bytes; the message tells where they go wrong, not what they are
     */
    static <T> T decode(byte[] encoded, String what, Function<Decoded, T> record) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        try {
            byte version = bytes.get();
            if (version != VERSION) {
                throw new SerializationException(
                        "not a %s: format version %d, known is %d".formatted(what, version, VERSION));
            }
            Decoded decoded = new Decoded(bytes.getLong(), member(bytes));
            if (bytes.hasRemaining()) {
                throw new SerializationException("not a %s: %d bytes follow its end at byte %d"
                        .formatted(what, bytes.remaining(), bytes.position()));
            }
            return record.apply(decoded);
        } catch (BufferUnderflowException e) {
            throw new SerializationException(
                    "not a %s: its %d bytes end before it does".formatted(what, encoded.length), e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new SerializationException("not a %s: %s".formatted(what, e.getMessage()), e);
        }
    }

    /** A member and the number before it. */
    record Decoded(long head, Member member) {}

    private static Member member(ByteBuffer bytes) {
        String articleId = articleId(bytes);
        Place place = new Place(instant(bytes), instant(bytes), articleId);
        int revision = bytes.getInt();
        int ownerPartition = bytes.getInt();
        int shingles = bytes.getInt();
        if (shingles < 1) {
            throw new IllegalArgumentException("a text has at least one shingle, not " + shingles);
        }
        return new Member(
                place, revision, ownerPartition, new Sketch(shingles, bytes(bytes), ints(bytes), ints(bytes)));
    }

    private static String articleId(ByteBuffer bytes) {
        int length = Short.toUnsignedInt(bytes.getShort());
        if (length == PACKED) {
            return new PackedId(bytes.getLong(), bytes.getLong()).articleId();
        }
        return new String(bytes(bytes, length), StandardCharsets.UTF_8);
    }

    private static void put(ByteBuffer bytes, Instant instant) {
        bytes.putLong(instant.getEpochSecond()).putInt(instant.getNano());
    }

    private static Instant instant(ByteBuffer bytes) {
        return Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
    }

    private static void put(ByteBuffer bytes, int[] values) {
        bytes.putShort(count(values.length));
        for (int value : values) {
            bytes.putInt(value);
        }
    }

    private static int[] ints(ByteBuffer bytes) {
        int count = Short.toUnsignedInt(bytes.getShort());
        ByteBuffer part = ByteBuffer.wrap(bytes(bytes, count * Integer.BYTES));
        int[] values = new int[count];
        part.asIntBuffer().get(values);
        return values;
    }

    private static byte[] bytes(ByteBuffer bytes) {
        return bytes(bytes, Short.toUnsignedInt(bytes.getShort()));
    }

    /** Checked before it is allocated: a false length must not cost memory. */
    private static byte[] bytes(ByteBuffer bytes, int length) {
        if (length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] part = new byte[length];
        bytes.get(part);
        return part;
    }

    private static short count(int count) {
        if (count > MAX_COUNT) {
            throw new SerializationException("a member has at most " + MAX_COUNT + " of anything, not " + count);
        }
        return (short) count;
    }
}
