package dev.dateline.standalone.eval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Queues that keep their order each, as the partitions of topics do. What is sent is work for whoever owns the partition. */
final class Network {
    private final List<Deque<Runnable>> queues = new ArrayList<>();
    /** A new queue's number. */
    int open() {
        queues.add(new ArrayDeque<>());
        return queues.size() - 1;
    }

    void send(int queue, Runnable message) {
        queues.get(queue).add(message);
    }

    /** Serves one queue until it is empty; false when it was. */
    boolean drain(int queue) {
        Deque<Runnable> waiting = queues.get(queue);
        boolean any = !waiting.isEmpty();
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        return any;
    }

    /** Serves all queues until they are empty, each time one of those that have something, by chance. */
    void drainByChance(Random chance) {
        List<Deque<Runnable>> ready = new ArrayList<>();
        do {
            ready.clear();
            queues.stream().filter(queue -> !queue.isEmpty()).forEach(ready::add);
            if (!ready.isEmpty()) {
                ready.get(chance.nextInt(ready.size())).remove().run();
            }
        } while (!ready.isEmpty());
    }
}
