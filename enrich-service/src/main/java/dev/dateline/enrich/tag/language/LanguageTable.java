package dev.dateline.enrich.tag.language;

import dev.dateline.enrich.tag.text.ResourceLines;
import dev.dateline.enrich.tag.text.Script;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code languages.tsv} knows of each language; its head explains the columns. */
public final class LanguageTable {
    /** How much of the world's news is in a language, as a prior of the model's outcome. */
    public enum Press {
        NATIONAL(0),
        REGIONAL(-2),
        NONE(-4);

        /** Natural logarithm of the prior, relative to a national language. */
        final double logPrior;

        Press(double logPrior) {
            this.logPrior = logPrior;
        }
    }

    /**
     * One language as the model knows it; some have two rows.
     *
     * @param outcome the model's label, {@code -} when the script alone decides
     * @param code the subtag we publish
     * @param lacks letters that speak against it
     */
    public record Row(String outcome, String code, Set<Script> scripts, Press press, String lacks) {}

    private static final int COLUMNS = 5;

    private final List<Row> rows;

    private LanguageTable(List<Row> rows) {
        this.rows = rows;
    }

    public static LanguageTable load() {
        return new LanguageTable(ResourceLines.of(LanguageTable.class, "languages.tsv").stream()
                .map(line -> line.split("\t", COLUMNS))
                .map(LanguageTable::row)
                .toList());
    }

    private static Row row(String[] cells) {
        Set<Script> scripts = Set.of(
                List.of(cells[2].split(" ", -1)).stream().map(Script::new).toArray(Script[]::new));
        Press press =
                switch (cells[3]) {
                    case "national" -> Press.NATIONAL;
                    case "regional" -> Press.REGIONAL;
                    case "none" -> Press.NONE;
                    default -> throw new IllegalStateException("languages.tsv: press " + cells[3]);
                };
        return new Row(cells[0], cells[1], scripts, press, cells.length == COLUMNS ? cells[4] : "");
    }

    /** The languages printed in this script. */
    public List<Row> in(Script script) {
        return rows.stream().filter(row -> row.scripts().contains(script)).toList();
    }

    /** The subtags of all languages. */
    public Set<String> codes() {
        return rows.stream().map(Row::code).collect(Collectors.toUnmodifiableSet());
    }

    public List<Row> rows() {
        return rows;
    }
}
