package dev.dateline.enrich.near;

import static dev.dateline.enrich.near.Blocks.INT;
import static dev.dateline.enrich.near.Blocks.LONG;

import dev.dateline.enrich.sketch.Sketch;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What is kept of each member, all but its bands: {@value #HEAD_BYTES} bytes, the signature and the numbers. A row is a positive number,
 * its block's.
 */
final class Rows {
    private static final int ID_HIGH = 0;
    private static final int ID_LOW = 8;
    private static final int PUBLISHED_SECOND = 16;
    private static final int RECEIVED_SECOND = 24;
    private static final int PUBLISHED_NANO = 32;
    private static final int RECEIVED_NANO = 36;
    private static final int REVISION = 40;
    private static final int OWNER = 44;
    private static final int SHINGLES = 48;
    private static final int SHAPE = 52;
    private static final int SINCE = 56;
    private static final int PREVIOUS = 64;
    private static final int NEXT = 68;
    private static final int SEEN = 72;
    private static final int HEAD_BYTES = 80;

    /** The shape is, from the lowest bit: whether the id is kept beside; how many numbers; how many components. */
    private static final int NAMED = 1;

    private static final int NUMBERS_SHIFT = 1;
    private static final int NUMBERS_MASK = 0x3f;
    private static final int COMPONENTS_SHIFT = 7;

    private static final long LOW_BITS = 0x7f7f_7f7f_7f7f_7f7fL;
    private static final int MILLIS = 1_000;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int NANOS_PER_SECOND = 1_000_000_000;
    /** An entry of a hash map, its key, and a string besides its characters. */
    private static final int NAME_BYTES = 110;

    private final Blocks blocks = new Blocks();
    private final Map<Integer, String> names = new HashMap<>();
    private long nameBytes;

    /** Writes a member into a row of its own. */
    int add(Member member, long since) {
        Sketch sketch = member.sketch();
        ArticleKey key = ArticleKey.of(member.articleId());
        int numbers = Math.min(sketch.numbers().length, Sketch.MAX_NUMBERS);
        int components = sketch.signature().length;
        int shape = (components << COMPONENTS_SHIFT) | (numbers << NUMBERS_SHIFT) | (key.named() ? NAMED : 0);
        int row = blocks.allocate(size(shape));
        if (key.named()) {
            names.put(row, member.articleId());
            nameBytes += nameBytes(member.articleId());
        }
        byte[] page = blocks.page(row);
        int at = blocks.at(row);
        LONG.set(page, at + ID_HIGH, key.packed().high());
        LONG.set(page, at + ID_LOW, key.packed().low());
        set(page, at + PUBLISHED_SECOND, at + PUBLISHED_NANO, member.place().publishedAt());
        set(page, at + RECEIVED_SECOND, at + RECEIVED_NANO, member.place().receivedAt());
        INT.set(page, at + REVISION, member.revision());
        INT.set(page, at + OWNER, member.ownerPartition());
        INT.set(page, at + SHINGLES, sketch.shingles());
        INT.set(page, at + SHAPE, shape);
        LONG.set(page, at + SINCE, since);
        LONG.set(page, at + PREVIOUS, 0L);
        LONG.set(page, at + SEEN, 0L);
        int end = at + HEAD_BYTES + padded(components);
        if (components > 0) {
            LONG.set(page, end - Long.BYTES, 0L);
            System.arraycopy(sketch.signature(), 0, page, at + HEAD_BYTES, components);
        }
        for (int i = 0; i < numbers; i++) {
            INT.set(page, end + i * Integer.BYTES, sketch.numbers()[i]);
        }
        return row;
    }

    private static void set(byte[] page, int second, int nano, Instant instant) {
        LONG.set(page, second, instant.getEpochSecond());
        INT.set(page, nano, instant.getNano());
    }

    /** Gives a row's memory back; nothing may mention it any more. */
    void release(int row) {
        int shape = read(row, SHAPE);
        if ((shape & NAMED) != 0) {
            nameBytes -= nameBytes(names.remove(row));
        }
        blocks.release(row, size(shape));
    }

    /** The order of {@link Place}. */
    int comparePlaces(int a, int b) {
        int order = Long.compare(readLong(a, PUBLISHED_SECOND), readLong(b, PUBLISHED_SECOND));
        order = order != 0 ? order : Integer.compare(read(a, PUBLISHED_NANO), read(b, PUBLISHED_NANO));
        order = order != 0 ? order : Long.compare(readLong(a, RECEIVED_SECOND), readLong(b, RECEIVED_SECOND));
        order = order != 0 ? order : Integer.compare(read(a, RECEIVED_NANO), read(b, RECEIVED_NANO));
        return order != 0 ? order : compareIds(a, b);
    }

    private int compareIds(int a, int b) {
        if (((read(a, SHAPE) | read(b, SHAPE)) & NAMED) != 0) {
            return articleId(a).compareTo(articleId(b));
        }
        // Digits come before letters in base32hex, so that the order of the strings is that of the bits.
        int order = Long.compareUnsigned(readLong(a, ID_HIGH), readLong(b, ID_HIGH));
        return order != 0 ? order : Long.compareUnsigned(readLong(a, ID_LOW), readLong(b, ID_LOW));
    }

    boolean isSameArticle(int a, int b) {
        return readLong(a, ID_LOW) == readLong(b, ID_LOW)
                && readLong(a, ID_HIGH) == readLong(b, ID_HIGH)
                && ((read(a, SHAPE) ^ read(b, SHAPE)) & NAMED) == 0;
    }

    boolean isArticle(int row, ArticleKey key) {
        return readLong(row, ID_LOW) == key.packed().low()
                && readLong(row, ID_HIGH) == key.packed().high()
                && ((read(row, SHAPE) & NAMED) != 0) == key.named();
    }

    /** How many components two signatures of the same length have in common. */
    int equalComponents(int a, int b) {
        int components = components(a);
        byte[] pageA = blocks.page(a);
        byte[] pageB = blocks.page(b);
        int atA = blocks.at(a) + HEAD_BYTES;
        int atB = blocks.at(b) + HEAD_BYTES;
        int padded = padded(components);
        int equal = components - padded;
        for (int i = 0; i < padded; i += Long.BYTES) {
            equal += zeroBytes((long) LONG.get(pageA, atA + i) ^ (long) LONG.get(pageB, atB + i));
        }
        return equal;
    }

    /** Eight at a time: adding 127 to the lower bits carries into the highest of each byte that has any of them. */
    private static int zeroBytes(long bytes) {
        return Long.bitCount(~(((bytes & LOW_BITS) + LOW_BITS) | bytes | LOW_BITS));
    }

    NumberOverlap numbers(int a, int b) {
        return NumberOverlap.of(numbers(a), numbers(b));
    }

    int components(int row) {
        return read(row, SHAPE) >>> COMPONENTS_SHIFT;
    }

    private int[] numbers(int row) {
        byte[] page = blocks.page(row);
        int at = numbersAt(row);
        int[] numbers = new int[numberCount(row)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) INT.get(page, at + i * Integer.BYTES);
        }
        return numbers;
    }

    private int numberCount(int row) {
        return (read(row, SHAPE) >>> NUMBERS_SHIFT) & NUMBERS_MASK;
    }

    int shingles(int row) {
        return read(row, SHINGLES);
    }

    /** Time between two publications, in milliseconds; the largest number when it is more than that. */
    long apartMs(int a, int b) {
        long seconds = readLong(a, PUBLISHED_SECOND) - readLong(b, PUBLISHED_SECOND);
        int nanos = read(a, PUBLISHED_NANO) - read(b, PUBLISHED_NANO);
        if (seconds < 0 || (seconds == 0 && nanos < 0)) {
            seconds = -seconds;
            nanos = -nanos;
        }
        if (nanos < 0) {
            seconds--;
            nanos += NANOS_PER_SECOND;
        }
        return seconds >= Long.MAX_VALUE / MILLIS ? Long.MAX_VALUE : seconds * MILLIS + nanos / NANOS_PER_MILLI;
    }

    String articleId(int row) {
        return (read(row, SHAPE) & NAMED) != 0
                ? names.get(row)
                : new PackedId(readLong(row, ID_HIGH), readLong(row, ID_LOW)).articleId();
    }

    int idBucket(int row) {
        return ArticleKey.bucket(readLong(row, ID_HIGH), readLong(row, ID_LOW));
    }

    Neighbour neighbour(int row, double similarity) {
        Place place = new Place(
                Instant.ofEpochSecond(readLong(row, PUBLISHED_SECOND), read(row, PUBLISHED_NANO)),
                Instant.ofEpochSecond(readLong(row, RECEIVED_SECOND), read(row, RECEIVED_NANO)),
                articleId(row));
        return new Neighbour(place, read(row, REVISION), read(row, OWNER), similarity);
    }

    long since(int row) {
        return readLong(row, SINCE);
    }

    int previous(int row) {
        return read(row, PREVIOUS);
    }

    void setPrevious(int row, int previous) {
        write(row, PREVIOUS, previous);
    }

    int next(int row) {
        return read(row, NEXT);
    }

    void setNext(int row, int next) {
        write(row, NEXT, next);
    }

    /** What the last question that came by here left. */
    long seen(int row) {
        return readLong(row, SEEN);
    }

    void setSeen(int row, long mark) {
        LONG.set(blocks.page(row), blocks.at(row) + SEEN, mark);
    }

    long bytes() {
        return blocks.bytes() + nameBytes;
    }

    private int read(int row, int field) {
        return (int) INT.get(blocks.page(row), blocks.at(row) + field);
    }

    private long readLong(int row, int field) {
        return (long) LONG.get(blocks.page(row), blocks.at(row) + field);
    }

    private void write(int row, int field, int value) {
        INT.set(blocks.page(row), blocks.at(row) + field, value);
    }

    private int numbersAt(int row) {
        return blocks.at(row) + HEAD_BYTES + padded(components(row));
    }

    private static int size(int shape) {
        return HEAD_BYTES
                + padded(shape >>> COMPONENTS_SHIFT)
                + ((shape >>> NUMBERS_SHIFT) & NUMBERS_MASK) * Integer.BYTES;
    }

    private static int padded(int components) {
        return (components + Long.BYTES - 1) & -Long.BYTES;
    }

    private static long nameBytes(String name) {
        return NAME_BYTES + (long) name.length() * Character.BYTES;
    }
}
