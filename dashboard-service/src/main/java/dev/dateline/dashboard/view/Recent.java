package dev.dateline.dashboard.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The last few of something, newest first. */
final class Recent<T> {
    private final int capacity;
    private final Comparator<T> byTime;
    private final List<T> newestFirst = new ArrayList<>();

    Recent(int capacity, Comparator<T> byTime) {
        this.capacity = capacity;
        this.byTime = byTime;
    }

    /** What just arrived is the newest, whatever its own time: a replay of old articles is shown as it happens. */
    void add(T item) {
        insert(0, item);
    }

    /** What lay on several partitions before we began to read has no order of arrival: its own time decides. */
    void addByTime(T item) {
        int place = 0;
        while (place < newestFirst.size() && byTime.compare(newestFirst.get(place), item) > 0) {
            place++;
        }
        insert(place, item);
    }

    List<T> newestFirst() {
        return List.copyOf(newestFirst);
    }

    private void insert(int place, T item) {
        newestFirst.add(place, item);
        if (newestFirst.size() > capacity) {
            newestFirst.remove(capacity);
        }
    }
}
