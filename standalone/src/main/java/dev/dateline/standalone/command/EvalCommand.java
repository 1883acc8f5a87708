package dev.dateline.standalone.command;

import dev.dateline.common.wire.Json;
import dev.dateline.standalone.eval.Details;
import dev.dateline.standalone.eval.EvalException;
import dev.dateline.standalone.eval.Request;
import dev.dateline.standalone.eval.Scores;
import dev.dateline.standalone.eval.Task;
import dev.dateline.standalone.eval.Tasks;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores the service's steps against a labelled set. */
@Command(
        name = "eval",
        description =
                "Score the pipeline's steps against a labelled set. Needs no Kafka. The tasks and what their PATH holds:"
                        + " docs/evaluation.md, or name any other task.",
        mixinStandardHelpOptions = true,
        footer = {"", "Prints one JSON object; progress goes to standard error."})
final class EvalCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TASK", description = "For example dedup; docs/evaluation.md has all.")
    private String task;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "Where the labelled set is.")
    private List<Path> paths;

    @Option(
            names = "--details",
            paramLabel = "FILE",
            description = "Write one JSON line per item: what was expected, what was found, and why.")
    private Path details;

    @Option(
            names = "--order",
            paramLabel = "SEED",
            description = "dedup: let all articles arrive at one instant, shuffled by this seed.")
    private Long order;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description =
                    "dedup: spread articles and groups over N partitions, with their messages interleaved by the seed.")
    private Integer partitions;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (Details written = details == null ? Details.none() : Details.to(details)) {
            Task chosen = Tasks.named(task);
            Scores scores = Tasks.run(chosen, new Request(paths, order, partitions, written, line -> {
                err.println(line);
                err.flush();
            }));
            String path = paths.stream().map(Path::toString).collect(Collectors.joining(" "));
            PrintWriter out = spec.commandLine().getOut();
            out.println(new String(Json.bytes(scores.toJson(chosen.name(), path)), StandardCharsets.UTF_8));
            out.flush();
            return 0;
        } catch (EvalException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }
}
