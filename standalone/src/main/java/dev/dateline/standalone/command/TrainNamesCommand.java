package dev.dateline.standalone.command;

import dev.dateline.enrich.tag.spans.NameModel;
import dev.dateline.enrich.tag.spans.train.NameTraining;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the model that finds names in English text. */
@Command(
        name = "names",
        description =
                "Train the model that finds names in English text. The same files give the same model, to the byte.",
        mixinStandardHelpOptions = true,
        footer = {"", "What the files hold, and what the model is good for: docs/models/names-en.md."})
final class TrainNamesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            arity = "1..*",
            required = true,
            paramLabel = "FOLDER",
            description = "Folders with labelled texts (*.jsonl.gz) or with articles (articles.jsonl.gz).")
    private List<Path> data;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            defaultValue = "enrich-service/src/train/names/news-names.tsv.gz",
            description = "Labels of sentences in these articles. Default: ${DEFAULT-VALUE}.")
    private Path labels;

    @Option(
            names = "--lists",
            paramLabel = "FILE",
            defaultValue = "enrich-service/src/train/names/lists.tsv.gz",
            description = "Names by kind. Default: ${DEFAULT-VALUE}.")
    private Path lists;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the model.")
    private Path out;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            NameModel model = new NameTraining(data, labels, lists, line -> {
                        err.println(line);
                        err.flush();
                    })
                    .train();
            try (OutputStream to = Files.newOutputStream(out)) {
                model.write(to);
            }
            err.println("wrote " + Files.size(out) + " bytes to " + out);
            return 0;
        } catch (IOException e) {
            throw new CommandFailure("can't train: " + e, e);
        }
    }
}
