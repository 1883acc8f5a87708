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
    private static final Set<String> MINISTRIES = Set.of("department", "ministry");
    private static final Set<String> GENERIC = Cues.NAMES.of("generic");

    /** An institution with more namesakes is not looked at. */
    private static final int MOST_NAMESAKES = 16;
    /** Letters of a first word that may be a founder's initials. */
    private static final int INITIALS = 2;

    private final Forms forms;
    private final PersonLinks people;
    private final Map<String, Institution> byKey = new HashMap<>();
    private final Map<String, List<Institution>> byFirst = new HashMap<>();
    private final Map<String, List<Institution>> withoutOwner = new HashMap<>();

    OrganisationLinks(Forms forms, PersonLinks people) {
        this.forms = forms;
        this.people = people;
    }

    /** An institution's words without its legal form. */
    private record Institution(Form form, List<String> core) {
        String key() {
            return String.join(" ", core);
        }
    }

    /** Forms of one well-known name, and the people of one country, are one entity. */
    static void joinKnown(Forms forms) {
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
        for (Institution institution : institutions) {
            join(institution);
        }
        for (Form form : forms.all()) {
            if (form.type() != EntityType.ORG && form.root() == form && mayBeInstitution(form)) {
                Form full = one(longer(Arrays.asList(form.words())));
                if (full != null) {
                    form.join(full);
                }
            }
        }
    }

    private void join(Institution institution) {
        Institution same = byKey.putIfAbsent(institution.key(), institution);
        if (same != null) {
            institution.form().join(same.form());
            return;
        }
        Form longer = one(withoutOwner.getOrDefault(institution.key(), List.of()));
        boolean complete = LEGAL.contains(institution.form().lastWord());
        if (longer == null && !complete && !isGeneric(institution.form(), institution.core())) {
            longer = one(longer(institution.core()));
        }
        if (longer != null) {
            institution.form().join(longer);
        }
        int first = institution.core().size() > 1 && institution.core().get(0).length() <= INITIALS ? 1 : 0;
        for (int i = 0; i <= first; i++) {
            byFirst.computeIfAbsent(institution.core().get(i), key -> new ArrayList<>())
                    .add(institution);
        }
        Form.Owner owner = institution.form().owner();
        if (owner != null && institution.core().size() > owner.words()) {
            List<String> rest =
                    institution.core().subList(owner.words(), institution.core().size());
            withoutOwner
                    .computeIfAbsent(String.join(" ", rest), key -> new ArrayList<>())
                    .add(institution);
        }
    }

    /** Whether a form that the tagger took for something else can be short for a company: Butler of Butler Manufacturing Co. */
    private boolean mayBeInstitution(Form form) {
        boolean other = form.known() != null || form.place() != null || form.isTitled() || form.isAcronym();
        return !other
                && !isGeneric(form, Arrays.asList(form.words()))
                && (form.type() == EntityType.MISC || (form.size() == 1 && !people.isSurname(form.key())));
    }

    private static List<String> core(Form form) {
        List<String> core = new ArrayList<>(Arrays.asList(form.words()));
        while (core.size() > 1 && LEGAL.contains(core.get(core.size() - 1))) {
            core.remove(core.size() - 1);
        }
        int head = form.owner() == null || core.size() <= form.owner().words()
                ? 0
                : form.owner().words();
        if (core.size() > head + 2
                && MINISTRIES.contains(core.get(head))
                && core.get(head + 1).equals("of")) {
            // Department of Justice and Justice Department.
            core.add(core.remove(head));
            core.remove(head);
            if (core.get(head).equals("the")) {
                core.remove(head);
            }
        }
        return core;
    }

    private List<Institution> longer(List<String> words) {
        List<Institution> namesakes = byFirst.getOrDefault(words.get(0), List.of());
        List<Institution> found = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_NAMESAKES, namesakes.size()); i++) {
            List<String> full = namesakes.get(i).core();
            int from = full.get(0).equals(words.get(0)) ? 0 : 1;
            int to = from + words.size();
            boolean more = full.size() > words.size() || namesakes.get(i).form().size() > full.size();
            if (more && full.size() >= to && full.subList(from, to).equals(words)) {
                found.add(namesakes.get(i));
            }
        }
        return found;
    }

    private static boolean isGeneric(Form form, List<String> core) {
        return form.isAcronym()
                || GENERIC.contains(core.get(core.size() - 1))
                || form.place() != null
                || form.owner() != null;
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
