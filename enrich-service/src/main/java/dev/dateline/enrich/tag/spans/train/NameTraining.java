package dev.dateline.enrich.tag.spans.train;

import dev.dateline.enrich.tag.spans.Attributes;
import dev.dateline.enrich.tag.spans.Lexicon;
import dev.dateline.enrich.tag.spans.NameModel;
import dev.dateline.enrich.tag.spans.TrainedSpanTagger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Trains the model of English names. First without a fifth of the labelled news, which gives the scores and how sharp the probabilities are,
 * then with all of it. The same files give the same model, to the byte.
 *
 * @param folders with labelled texts and with articles: files {@code *.jsonl.gz} and {@code articles.jsonl.gz}
 * @param labels our labels of sentences in these articles
 * @param lists names by kind
 * @param progress takes a line now and then
 */
public record NameTraining(List<Path> folders, Path labels, Path lists, Consumer<String> progress) {
    private static final int HELD_OUT = 5;
    private static final double NEWS_WEIGHT = 1.5;
    private static final double RENAMED = 0.7;
    private static final double RECASED = 0.3;
    /** What a changed copy of a sentence counts, compared with the sentence. */
    private static final double COPY_WEIGHT = 0.5;

    private static final double SELF_RENAMED = 0.5;
    private static final double SELF_RECASED = 0.2;
    private static final long SEED = 3;

    /** What all trainings share. */
    private record Material(Lexicon lexicon, NameLists lists, List<TrainingFiles.Story> stories) {}

    /**
     * Trains, for some minutes.
     *
     * @throws IOException when a file is missing or not of its form
     */
    public NameModel train() throws IOException {
        TrainingFiles files = new TrainingFiles(folders, labels);
        progress.accept(
                files.texts().size() + " labelled texts, " + files.stories().size() + " articles");
        NameLists names = NameLists.read(lists);
        LexiconBuilder builder = new LexiconBuilder(progress);
        builder.add(names);
        Lexicon lexicon = builder.build(
                files.stories().stream().map(TrainingFiles.Story::body).toList());

        Material all = new Material(lexicon, names, files.stories());
        return fit(all, files.texts()).withSharpness(sharpness(all, files.texts()));
    }

    /** A fifth of the articles with labelled sentences. */
    static boolean isHeldOut(LabelledText text) {
        CRC32 hash = new CRC32();
        hash.update(text.article().getBytes(StandardCharsets.UTF_8));
        return text.isNews() && hash.getValue() % HELD_OUT == 0;
    }

    /** Trains without the held-out articles, says how good that is, and finds the sharpness that gives the best probabilities on them. */
    private double sharpness(Material material, List<LabelledText> texts) {
        List<LabelledText> held = texts.stream().filter(NameTraining::isHeldOut).toList();
        if (held.isEmpty()) {
            return 1;
        }
        Set<String> articles = held.stream().map(LabelledText::article).collect(Collectors.toSet());
        NameModel model = fit(
                new Material(
                        material.lexicon(),
                        material.lists(),
                        material.stories().stream()
                                .filter(story -> !articles.contains(story.id()))
                                .toList()),
                texts.stream().filter(text -> !isHeldOut(text)).toList());
        progress.accept("held-out news: " + Score.of(new TrainedSpanTagger(model), held));
        for (Recased writing : Recased.values()) {
            List<LabelledText> other = held.stream().map(writing::of).toList();
            progress.accept("the same, " + writing + ": " + Score.of(new TrainedSpanTagger(model), other));
        }
        Renamed renamed = new Renamed(material.lists(), SEED + 1);
        List<LabelledText> others = held.stream().map(renamed::of).toList();
        progress.accept("the same, renamed: " + Score.of(new TrainedSpanTagger(model), others));
        return sharpest(model, held);
    }

    private double sharpest(NameModel model, List<LabelledText> held) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int percent = 30; percent <= 150; percent += 5) {
            double sharpness = percent / 100.0;
            double surprise = Score.of(new TrainedSpanTagger(model.withSharpness(sharpness)), held)
                    .surprise();
            if (surprise < least) {
                least = surprise;
                best = sharpness;
            }
        }
        progress.accept("sharpness of the probabilities: " + best);
        return best;
    }

    /** A first model from the labels, and a second one from these and from what the first is sure of. */
    private NameModel fit(Material material, List<LabelledText> texts) {
        List<Example> examples = examples(material, texts);
        if (material.stories().isEmpty()) {
            return learn(material, examples);
        }
        NameModel first = learn(material, examples);
        List<LabelledText> sure = new SelfLabelled(new TrainedSpanTagger(first)).of(material.stories());
        addSelfLabelled(material, sure, examples);
        return learn(material, examples);
    }

    private NameModel learn(Material material, List<Example> examples) {
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
        return learner.model(material.lexicon(), 1);
    }

    private static List<Example> examples(Material material, List<LabelledText> texts) {
        Attributes attributes = new Attributes(material.lexicon());
        Random random = new Random(SEED);
        Renamed renamed = new Renamed(material.lists(), SEED);
        List<Example> examples = new ArrayList<>();
        for (LabelledText text : texts) {
            double weight = text.isNews() ? NEWS_WEIGHT : text.source().weight();
            Example.add(text, weight, attributes, examples);
            if (text.source().weight() < 1) {
                continue;
            }
            if (random.nextDouble() < RENAMED) {
                Example.add(renamed.of(text), weight * COPY_WEIGHT, attributes, examples);
            }
            if (random.nextDouble() < RECASED) {
                Example.add(recased(text, random), weight * COPY_WEIGHT, attributes, examples);
            }
        }
        return examples;
    }

    private static void addSelfLabelled(Material material, List<LabelledText> texts, List<Example> to) {
        Attributes attributes = new Attributes(material.lexicon());
        Random random = new Random(SEED);
        Renamed renamed = new Renamed(material.lists(), SEED + 2);
        for (LabelledText text : texts) {
            LabelledText changed = random.nextDouble() < SELF_RENAMED ? renamed.of(text) : text;
            changed = random.nextDouble() < SELF_RECASED ? recased(changed, random) : changed;
            Example.add(changed, text.source().weight(), attributes, to);
        }
    }

    /** Mostly as headlines are written. */
    private static LabelledText recased(LabelledText text, Random random) {
        double which = random.nextDouble();
        Recased writing = which < 0.45 ? Recased.TITLE_CASE : which < 0.85 ? Recased.CAPITALS : Recased.SMALL;
        return writing.of(text);
    }
}
