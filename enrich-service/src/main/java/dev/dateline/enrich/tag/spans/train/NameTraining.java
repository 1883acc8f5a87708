package dev.dateline.enrich.tag.spans.train;

import dev.dateline.enrich.tag.spans.Attributes;
import dev.dateline.enrich.tag.spans.Lexicon;
import dev.dateline.enrich.tag.spans.NameModel;
import dev.dateline.enrich.tag.spans.TrainedSpanTagger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Trains the model of English names. First without a fifth of the labelled news, which gives the scores and how sharp the probabilities are,
 * then with all of it. The same files give the same model, to the byte.
 *
 * @param folders with labelled texts and with articles, see {@link TrainingFiles}
 * @param labels our labels of sentences in these articles
 * @param lists names by kind
 * @param progress takes a line now and then
 */
public record NameTraining(List<Path> folders, Path labels, Path lists, Consumer<String> progress) {
    private static final int HELD_OUT = 5;
    private static final double RECASED = 0.3;
    private static final double RECASED_WEIGHT = 0.5;
    private static final double NEWS_WEIGHT = 1.5;

    /** @throws IOException when a file is missing or not of its form */
    public NameModel train() throws IOException {
        TrainingFiles files = new TrainingFiles(folders, labels);
        progress.accept(
                files.texts().size() + " labelled texts, " + files.stories().size() + " articles");
        LexiconBuilder builder = new LexiconBuilder(progress);
        builder.addLists(lists);
        Lexicon lexicon = builder.build(
                files.stories().stream().map(TrainingFiles.Story::body).toList());

        List<LabelledText> held =
                files.texts().stream().filter(NameTraining::isHeldOut).toList();
        List<LabelledText> rest =
                files.texts().stream().filter(text -> !isHeldOut(text)).toList();
        double sharpness = 1;
        if (!held.isEmpty()) {
            NameModel tried = fit(lexicon, rest);
            progress.accept("held-out news: " + Score.of(new TrainedSpanTagger(tried), held));
            sharpness = sharpness(tried, held);
        }
        NameModel all = fit(lexicon, files.texts());
        return all.withSharpness(sharpness);
    }

    /** A fifth of the articles with labelled sentences. */
    static boolean isHeldOut(LabelledText text) {
        CRC32 hash = new CRC32();
        hash.update(text.article().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return text.isNews() && hash.getValue() % HELD_OUT == 0;
    }

    private NameModel fit(Lexicon lexicon, List<LabelledText> texts) {
        List<Example> examples = examples(lexicon, texts);
        Learner.Settings settings = Learner.Settings.USUAL;
        Learner learner = new Learner(examples, settings);
        progress.accept(examples.size() + " sentences, " + learner.features() + " features");
        for (int round = 1; round <= settings.rounds(); round++) {
            double loss = learner.round();
            progress.accept(String.format(Locale.ROOT, "round %d: loss %.4f", round, loss));
            if (round > settings.rounds() / 2) {
                learner.sum();
            }
        }
        return learner.model(lexicon, 1);
    }

    private static List<Example> examples(Lexicon lexicon, List<LabelledText> texts) {
        Attributes attributes = new Attributes(lexicon);
        Random random = new Random(3);
        List<Example> examples = new ArrayList<>();
        for (LabelledText text : texts) {
            double weight = text.isNews() ? NEWS_WEIGHT : text.source().weight();
            Example.add(text, weight, attributes, examples);
            if (text.source().weight() == 1 && random.nextDouble() < RECASED) {
                double which = random.nextDouble();
                Recased recased = which < 0.45 ? Recased.TITLE_CASE : which < 0.85 ? Recased.CAPITALS : Recased.SMALL;
                Example.add(recased.of(text), weight * RECASED_WEIGHT, attributes, examples);
            }
        }
        return examples;
    }

    private double sharpness(NameModel model, List<LabelledText> held) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int tenths = 3; tenths <= 15; tenths++) {
            NameModel other = model.withSharpness(tenths / 10.0);
            double surprise = Score.of(new TrainedSpanTagger(other), held).surprise();
            if (surprise < least) {
                least = surprise;
                best = tenths / 10.0;
            }
        }
        progress.accept("sharpness of the probabilities: " + best);
        return best;
    }
}
