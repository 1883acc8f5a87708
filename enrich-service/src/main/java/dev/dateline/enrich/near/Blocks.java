package dev.dateline.enrich.near;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Memory for millions of small things without an object for each: blocks of a few bytes in large pages, handed out and taken back by
 * size. A block is a positive number; the bytes are in its {@link #page} from {@link #at} on.
 */
final class Blocks {
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int UNIT_BITS = 3;
    private static final int UNIT = 1 << UNIT_BITS;
    /** A block's number is that of its page and, in these bits, where it begins there, in units. */
    private static final int PAGE_BITS = 13;

    private static final int PAGE_BYTES = UNIT << PAGE_BITS;
    private static final int MAX_PAGES = 1 << (Integer.SIZE - 1 - PAGE_BITS);
    /** Larger blocks have a page to themselves, so that little is lost at the end of a page. */
    private static final int LARGE_BYTES = PAGE_BYTES / 8;

    private static final int ARRAY_HEADER_BYTES = 16;
    private static final int REFERENCE_BYTES = 8;

    /** The first page stays empty: no block is 0. */
    private byte[][] pages = new byte[2][];

    private int pageCount = 1;
    private int openPage;
    private int openFrom = PAGE_BYTES;
    /** The first free block of each size in units; each names the next one in its first bytes. */
    private final int[] free = new int[(LARGE_BYTES >> UNIT_BITS) + 1];

    private int freePage;
    private long bytes;

    /** A block of at least so many bytes, with anything in it. */
    int allocate(int size) {
        if (size > LARGE_BYTES) {
            return addPage(size) << PAGE_BITS;
        }
        int units = units(size);
        int block = free[units];
        if (block != 0) {
            free[units] = (int) INT.get(page(block), at(block));
            return block;
        }
        if (openFrom + units * UNIT > PAGE_BYTES) {
            openPage = addPage(PAGE_BYTES);
            openFrom = 0;
        }
        block = (openPage << PAGE_BITS) | (openFrom >> UNIT_BITS);
        openFrom += units * UNIT;
        return block;
    }

    /** Takes a block back that was allocated with this size. */
    void release(int block, int size) {
        if (size > LARGE_BYTES) {
            releasePage(block >>> PAGE_BITS);
            return;
        }
        INT.set(page(block), at(block), free[units(size)]);
        free[units(size)] = block;
    }

    byte[] page(int block) {
        return pages[block >>> PAGE_BITS];
    }

    int at(int block) {
        return (block & ((1 << PAGE_BITS) - 1)) << UNIT_BITS;
    }

    /** The memory of all pages. */
    long bytes() {
        return bytes + (long) pages.length * REFERENCE_BYTES + (long) free.length * Integer.BYTES;
    }

    private static int units(int size) {
        return (size + UNIT - 1) >> UNIT_BITS;
    }

    private int addPage(int size) {
        int page = freePage;
        if (page != 0) {
            freePage = (int) INT.get(pages[page], 0);
            bytes -= arrayBytes(pages[page]);
        } else {
            if (pageCount == MAX_PAGES) {
                throw new IllegalStateException("the index is full: " + MAX_PAGES + " pages");
            }
            page = pageCount++;
            pages = pageCount > pages.length ? Arrays.copyOf(pages, pages.length * 2) : pages;
        }
        pages[page] = new byte[size];
        bytes += arrayBytes(pages[page]);
        return page;
    }

    private void releasePage(int page) {
        bytes -= arrayBytes(pages[page]);
        pages[page] = new byte[Integer.BYTES];
        bytes += arrayBytes(pages[page]);
        INT.set(pages[page], 0, freePage);
        freePage = page;
    }

    private static long arrayBytes(byte[] page) {
        return (long) ARRAY_HEADER_BYTES + page.length;
    }
}
