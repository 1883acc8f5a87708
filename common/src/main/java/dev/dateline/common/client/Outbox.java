package dev.dateline.common.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The articles that have no answer yet: waiting for a batch, or under way. Bounded by their bytes; the one place with a lock. */
final class Outbox {
    private final Batching batching;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition filled = lock.newCondition();
    private final Deque<Article> waiting = new ArrayDeque<>();
    private final Set<Article> underWay = new HashSet<>();
    private long waitingBytes;
    private long allBytes;
    private int hurried;
    private boolean closed;

    /** One article and the promise of its answer. Two with the same bytes are two: identity is what tells them apart. */
    static final class Article {
        private final byte[] json;
        private final long since = System.nanoTime();
        private final CompletableFuture<Sent> answer = new CompletableFuture<>();
        /** Guarded by the outbox's lock. */
        private boolean settled;

        Article(byte[] json) {
            this.json = json;
        }

        byte[] json() {
            return json;
        }

        CompletableFuture<Sent> answer() {
            return answer;
        }
    }

    Outbox(Batching batching) {
        this.batching = batching;
    }

    /**
     * Waits for room and adds an article. One that is larger than the whole buffer is let in when nothing else is there.
     *
     * @throws IllegalStateException when the outbox is closed
     */
    void add(Article article) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && allBytes > 0 && allBytes + article.json.length > batching.bufferBytes()) {
                room.await();
            }
            if (closed) {
                throw new IllegalStateException("the producer is closed");
            }
            waiting.add(article);
            waitingBytes += article.json.length;
            allBytes += article.json.length;
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a batch that is full, or old enough, or wanted at once; empty when the outbox is closed and nothing is left. */
    List<Article> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed || !waiting.isEmpty()) {
                if (waiting.isEmpty()) {
                    filled.await();
                } else if (isDue()) {
                    return batch();
                } else {
                    filled.awaitNanos(untilOld());
                }
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /** The articles' answers are there, or there will be none. */
    void settled(List<Article> batch) {
        lock.lock();
        try {
            for (Article article : batch) {
                underWay.remove(article);
                allBytes -= article.json.length;
                article.settled = true;
            }
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes back all that waits, in order. */
    List<Article> withdraw() {
        lock.lock();
        try {
            List<Article> all = List.copyOf(waiting);
            waiting.clear();
            waitingBytes = 0;
            underWay.addAll(all);
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything that is in it now has its answer; nothing lingers meanwhile. */
    void flush() throws InterruptedException {
        lock.lockInterruptibly();
        hurried++;
        try {
            List<Article> all = new ArrayList<>(underWay);
            all.addAll(waiting);
            filled.signalAll();
            for (Article article : all) {
                while (!article.settled) {
                    room.await();
                }
            }
        } finally {
            hurried--;
            lock.unlock();
        }
    }

    /** Takes no more articles; those that are in it are still sent. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue() {
        return closed
                || hurried > 0
                || waiting.size() >= batching.maxArticles()
                || waitingBytes >= batching.maxBytes()
                || untilOld() <= 0;
    }

    private long untilOld() {
        return batching.linger().toNanos() - (System.nanoTime() - waiting.element().since);
    }

    private List<Article> batch() {
        List<Article> batch = new ArrayList<>();
        long bytes = 0;
        while (!waiting.isEmpty()
                && batch.size() < batching.maxArticles()
                && (batch.isEmpty() || bytes + waiting.element().json.length <= batching.maxBytes())) {
            Article next = waiting.remove();
            bytes += next.json.length;
            batch.add(next);
        }
        waitingBytes -= bytes;
        underWay.addAll(batch);
        // What is left may be due as well, for another connection.
        filled.signal();
        return batch;
    }
}
