package dev.dateline.simulator;

import dev.dateline.common.wire.Json;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * A newswire as a labelled set of copies: {@value #ARTICLES} with an object a line ({@code id}, {@code source}, {@code published_at},
 * {@code title}, {@code body}) in the order of delivery, and {@value #PAIRS} with every pair of articles of one group: an original, its
 * copies, its updates. {@code containment} of a pair is that of the two bodies; between two copies it may be 0, when they took different
 * parts.
 *
 * <p>Bodies are the articles' own paragraphs, without prompts. Articles have their first text; nothing malformed, sent again or revised is
 * written.
 */
public final class LabelledSet implements AutoCloseable {
    public static final String ARTICLES = "articles.jsonl.gz";
    public static final String PAIRS = "pairs.tsv";

    /** Groups that may still grow; more than the wire remembers. */
    private static final int OPEN_GROUPS = 4_096;

    private static final int BUFFER = 1 << 16;

    private final OutputStream articles;
    private final BufferedWriter pairs;
    private final Map<String, List<Member>> groups = new OpenGroups();
    private long articlesWritten;
    private long pairsWritten;

    private LabelledSet(OutputStream articles, BufferedWriter pairs) {
        this.articles = articles;
        this.pairs = pairs;
    }

    /** What was written. */
    public record Size(long articles, long pairs) {}

    /** A line of the articles' file. */
    private record Line(String id, String source, Instant publishedAt, String title, String body) {}

    private record Member(String id, Words words) {}

    /** Forgets the group that was opened first. */
    private static final class OpenGroups extends LinkedHashMap<String, List<Member>> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Member>> eldest) {
            return size() > OPEN_GROUPS;
        }
    }

    /**
     * Writes the set of a plan; memory does not grow with it.
     *
     * @param folder made when it does not exist; the two files are replaced
     * @param written is told the truth of each delivery, also of those that are left out
     */
    public static Size write(SimulationPlan plan, Path folder, Consumer<Truth> written) throws IOException {
        Files.createDirectories(folder);
        try (LabelledSet set = open(folder)) {
            Wire wire = new Wire(plan);
            while (wire.hasNext()) {
                Dispatch next = wire.next();
                set.add(next);
                written.accept(next.truth());
            }
            return new Size(set.articlesWritten, set.pairsWritten);
        }
    }

    private static LabelledSet open(Path folder) throws IOException {
        BufferedWriter pairs = Files.newBufferedWriter(folder.resolve(PAIRS));
        try {
            OutputStream articles = new BufferedOutputStream(
                    new GZIPOutputStream(Files.newOutputStream(folder.resolve(ARTICLES)), BUFFER), BUFFER);
            pairs.write("id_a\tid_b\tcontainment\n");
            return new LabelledSet(articles, pairs);
        } catch (IOException e) {
            pairs.close();
            throw e;
        }
    }

    private void add(Dispatch dispatch) throws IOException {
        switch (dispatch.truth().kind()) {
            case ORIGINAL, COPY, UPDATE -> {
                write(dispatch.article());
                pair(dispatch);
            }
            case REVISION, RESEND, MALFORMED -> {}
        }
    }

    private void write(Article article) throws IOException {
        articles.write(Json.bytes(new Line(
                article.providerId(),
                article.outlet().sourceId(),
                article.published(),
                article.title(),
                String.join("\n\n", article.body().lines()))));
        articles.write('\n');
        articlesWritten++;
    }

    private void pair(Dispatch dispatch) throws IOException {
        Member added = new Member(
                dispatch.article().providerId(), Words.of(dispatch.article().body()));
        List<Member> group = groups.computeIfAbsent(dispatch.truth().original(), original -> new ArrayList<>(1));
        for (Member member : group) {
            double containment = added.words().overlap(member.words()).containment();
            pairs.write(String.format(Locale.ROOT, "%s\t%s\t%.4f\n", member.id(), added.id(), containment));
            pairsWritten++;
        }
        group.add(added);
    }

    @Override
    public void close() throws IOException {
        try (articles) {
            pairs.close();
        }
    }
}
