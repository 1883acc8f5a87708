package dev.dateline.standalone.eval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What to evaluate, and how.
 *
 * @param paths at least one
 * @param order the seed that shuffles the order of arrival; null keeps the order of the set
 * @param partitions how many partitions the work is spread over; null for the real topology in its one
 * @param details takes what was expected and what was found, item by item
 * @param progress takes a line for people now and then
 */
public record Request(List<Path> paths, Long order, Integer partitions, Details details, Consumer<String> progress) {

    /** A file of every folder that was named. */
    List<Path> files(Task task, String name) {
        return paths.stream().map(path -> file(task, path, name)).toList();
    }

    /** The one folder that was named. */
    Path folder(Task task) {
        if (paths.size() != 1) {
            throw new EvalException("the task " + task.name() + " takes one folder, which holds " + task.holds());
        }
        return paths.get(0);
    }

    static Path file(Task task, Path folder, String name) {
        Path file = folder.resolve(name);
        if (Files.isReadable(file) && !Files.isDirectory(file)) {
            return file;
        }
        String why = Files.isDirectory(folder)
                ? "there is no file " + name + " in " + folder
                : folder + (Files.exists(folder) ? " is no folder" : " is not there");
        throw new EvalException(why + ". The task " + task.name() + " expects a folder with " + task.holds());
    }
}
