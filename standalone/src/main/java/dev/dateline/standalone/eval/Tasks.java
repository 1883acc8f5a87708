package dev.dateline.standalone.eval;

import java.util.List;
import java.util.stream.Collectors;

/** All tasks that there are. */
public final class Tasks {
    private static final List<Task> ALL = List.of(
            new LanguageTask(),
            new EntitiesTask(),
            new PlacesTask(),
            new TopicsTask(),
            new DedupTask(),
            new ExtractionTask(),
            new FeedsTask());

    private Tasks() {}

    public static List<Task> all() {
        return ALL;
    }

    /** The task of that name; {@link EvalException} lists them all when there is none. */
    public static Task named(String name) {
        return ALL.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EvalException("there is no task \"" + name + "\"; the tasks are " + describe()));
    }

    /** Runs a task, after a look at whether it has the options that were given. */
    public static Scores run(Task task, Request request) {
        refuse(task, Task.Option.ORDER, request.order());
        refuse(task, Task.Option.PARTITIONS, request.partitions());
        return task.run(request);
    }

    /** Each task with what its PATH holds, on one line. */
    public static String describe() {
        return ALL.stream()
                .map(task -> task.name() + ", for a folder with " + task.holds())
                .collect(Collectors.joining("; "));
    }

    private static void refuse(Task task, Task.Option option, Object given) {
        if (given != null && !task.options().contains(option)) {
            throw new EvalException("the task " + task.name() + " has no option " + option.flag());
        }
    }
}
