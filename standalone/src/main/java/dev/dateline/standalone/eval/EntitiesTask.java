package dev.dateline.standalone.eval;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.Mention;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.tag.spans.NameModel;
import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.spans.SpanTagger;
import dev.dateline.enrich.tag.spans.TrainedSpanTagger;
import dev.dateline.enrich.tag.text.Tokens;
import dev.dateline.standalone.eval.EntitySet.Item;
import dev.dateline.standalone.eval.EntitySet.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many of the names in English texts the tag step finds, with their exact extent and type; and how many its sequence tagger alone. */
final class EntitiesTask implements Task {
    /** A line of the details. */
    public record Detail(String file, int line, List<Name> expected, List<Name> got, String why, String text) {}

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public String holds() {
        return EntitySet.HOLDS;
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    @Override
    public Scores run(Request request) {
        EntitySet set = EntitySet.read(this, request.paths());
        request.progress().accept("loading the models");
        TagStep step = TagStep.standard();
        SpanTagger tagger = new TrainedSpanTagger(NameModel.load());
        request.progress().accept("tagging " + set.items().size() + " texts");

        TagStep.Tagged tagged = step.all(set.items(), item -> TagStep.article("", item.text(), "en"));
        List<List<Name>> found = tagged.tags().stream().map(EntitiesTask::names).toList();
        return scores(set.items(), found, tagger, tagged.cpuSeconds(), request.details());
    }

    private static Scores scores(
            List<Item> items, List<List<Name>> found, SpanTagger tagger, double cpuSeconds, Details details) {
        NameScores all = new NameScores();
        NameScores alone = new NameScores();
        Map<String, NameScores> bySource = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            all.add(item.names(), found.get(i));
            alone.add(item.names(), spans(tagger, item.text()));
            bySource.computeIfAbsent(item.source(), source -> new NameScores()).add(item.names(), found.get(i));
            details.add(new Detail(
                    item.file().toString(), item.line(), item.names(), found.get(i), NameModel.VERSION, item.text()));
        }
        Map<String, Object> fields = new LinkedHashMap<>(all.overall());
        fields.put("per_type", all.perType());
        fields.put("misc", all.of(EntityType.MISC));
        Map<String, Object> sources = new LinkedHashMap<>();
        bySource.forEach((source, scores) -> sources.put(source, scores.overall()));
        fields.put("per_source", sources);
        fields.put("tagger_alone", alone.overall());
        return new Scores(items.size(), cpuSeconds, fields);
    }

    /** What the sequence tagger finds by itself. */
    private static List<Name> spans(SpanTagger tagger, String text) {
        Tokens tokens = Tokens.of(text);
        List<Name> names = new ArrayList<>();
        for (Span span : tagger.tag(tokens)) {
            int start = tokens.start(span.first());
            int end = tokens.nameEnd(span.last());
            names.add(new Name(start, end, span.type(), text.substring(start, end)));
        }
        return names;
    }

    private static List<Name> names(Tags tags) {
        List<Name> names = new ArrayList<>();
        for (Entity entity : tags.entities()) {
            for (Mention mention : entity.mentions()) {
                names.add(new Name(mention.start(), mention.end(), entity.type(), mention.surface()));
            }
        }
        return names;
    }
}
