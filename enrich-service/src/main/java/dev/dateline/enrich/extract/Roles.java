package dev.dateline.enrich.extract;

import dev.dateline.enrich.extract.TextLines.Line;
import java.util.ArrayList;
import java.util.List;

/** The roles given to the lines of one text so far, and why. Lives as long as the reading of that text. */
final class Roles {
    private final List<Line> lines;
    private final LineRole[] roles;
    private final String[] whys;

    Roles(List<Line> lines) {
        this.lines = lines;
        this.roles = new LineRole[lines.size()];
        this.whys = new String[lines.size()];
    }

    void give(int index, LineRole role, String why) {
        roles[index] = role;
        whys[index] = why;
    }

    void give(int index, Boilerplate.Found found) {
        give(index, found.role(), found.why());
    }

    boolean isOpen(int index) {
        return roles[index] == null;
    }

    LineRole role(int index) {
        return roles[index];
    }

    /** One piece of evidence for every line of the text, also for those that were joined to the line above. */
    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String label = roles[i].label();
            evidence.add(new Evidence(line.number(), label, whys[i]));
            for (int number = line.number() + 1; number <= line.last(); number++) {
                evidence.add(new Evidence(number, label, "hard-wrapped: goes on from line " + line.number()));
            }
        }
        return List.copyOf(evidence);
    }
}
