package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.EntityType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes forms of well-known names, and short forms of institutions' names, stand for the full one: without the legal form, the nation before it, or
 * the words after its first ones, where one institution alone can be meant.
 */
final class OrganisationLinks {
    private static final Set<String> LEGAL = Cues.NAMES.of("legal");
    private static final Set<String> GENERIC = Cues.NAMES.of("generic");

    /** An institution with more namesakes is not looked at. */
    private static final int MOST_NAMESAKES = 16;

    private final Forms forms;

    OrganisationLinks(Forms forms) {
        this.forms = forms;
    }

    /** An institution's words without its legal form. */
    private record Institution(Form form, List<String> core) {
        String key() {
            return String.join(" ", core);
        }
    }

    /** Forms of one well-known name, and the people of one country, are one entity. */
    void joinKnown() {
        Map<Object, Form> first = new HashMap<>();
        for (Form form : forms.all()) {
            Object same = form.known() != null
                    ? form.known()
                    : form.isDemonym() ? form.place().country() : null;
            if (same != null) {
                Form before = first.putIfAbsent(same, form);
                if (before != null) {
                    form.join(before);
                }
            }
        }
    }

    void join() {
        List<Institution> institutions = new ArrayList<>();
        for (Form form : forms.all()) {
            if (form.type() == EntityType.ORG && form.known() == null) {
                institutions.add(new Institution(form, core(form)));
            }
        }
        institutions.sort(Comparator.comparingInt(each -> -each.core().size()));
        Map<String, Institution> byKey = new HashMap<>();
        Map<String, List<Institution>> byFirst = new HashMap<>();
        Map<String, List<Institution>> withoutOwner = new HashMap<>();
        for (Institution institution : institutions) {
            Institution same = byKey.putIfAbsent(institution.key(), institution);
            if (same != null) {
                institution.form().join(same.form());
                continue;
            }
            Form longer = one(withoutOwner.getOrDefault(institution.key(), List.of()));
            if (longer == null && !isGeneric(institution)) {
                longer = one(longer(
                        institution, byFirst.getOrDefault(institution.core().get(0), List.of())));
            }
            if (longer != null) {
                institution.form().join(longer);
            }
            byFirst.computeIfAbsent(institution.core().get(0), key -> new ArrayList<>())
                    .add(institution);
            Form.Owner owner = institution.form().owner();
            if (owner != null && institution.core().size() > owner.words()) {
                withoutOwner
                        .computeIfAbsent(
                                String.join(
                                        " ",
                                        institution
                                                .core()
                                                .subList(
                                                        owner.words(),
                                                        institution.core().size())),
                                key -> new ArrayList<>())
                        .add(institution);
            }
        }
    }

    private static List<String> core(Form form) {
        List<String> core = new ArrayList<>(Arrays.asList(form.words()));
        while (core.size() > 1 && LEGAL.contains(core.get(core.size() - 1))) {
            core.remove(core.size() - 1);
        }
        return core;
    }

    private static List<Institution> longer(Institution institution, List<Institution> namesakes) {
        List<Institution> found = new ArrayList<>();
        int size = institution.core().size();
        for (int i = 0; i < Math.min(MOST_NAMESAKES, namesakes.size()); i++) {
            List<String> full = namesakes.get(i).core();
            if (full.size() > size && full.subList(0, size).equals(institution.core())) {
                found.add(namesakes.get(i));
            }
        }
        return found;
    }

    private static boolean isGeneric(Institution institution) {
        return institution.form().isAcronym()
                || GENERIC.contains(institution.core().get(institution.core().size() - 1))
                || institution.form().place() != null
                || institution.form().owner() != null;
    }

    private static Form one(List<Institution> institutions) {
        Form one = null;
        for (Institution each : institutions) {
            if (one != null && one != each.form().root()) {
                return null;
            }
            one = each.form().root();
        }
        return one;
    }
}
