package dev.dateline.enrich.tag.names;

import dev.dateline.common.model.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes short forms of people's names stand for the full one: a surname, a given name where it is the only one, a name without its middle
 * part, another transliteration. A short form that fits two people stays alone, unless only one of them has been introduced before it.
 */
final class PersonLinks {
    private static final Set<String> GENERATIONS = Cues.NAMES.of("generation");
    private static final Map<String, String> GIVEN = given();

    /** A name with more namesakes is no name; they are not looked at. */
    private static final int MOST_NAMESAKES = 16;

    /** How many times as often the first of several namesakes is named in full. */
    private static final int FOREMOST = 3;

    private static final int SHORTEST_GIVEN = 3;
    /** Consonants that two spellings of a name have in common at least. */
    private static final int LEAST_SKELETON = 3;

    /** A person's name without initials inside it. */
    private static final class Person {
        private final Form form;
        private final List<String> core = new ArrayList<>();
        private String generation = "";
        private String initials = "";

        Person(Form form) {
            this.form = form;
            for (String word : form.words()) {
                boolean last = core.size() > 1 && GENERATIONS.contains(word);
                if (last) {
                    generation = generation + (word.startsWith("j") ? "jr" : word);
                } else if (word.length() == 1 && !core.isEmpty()) {
                    initials = initials + word;
                } else {
                    core.add(word);
                }
            }
        }

        int size() {
            return core.size();
        }

        String first() {
            return core.get(0);
        }

        String last() {
            return core.get(core.size() - 1);
        }
    }

    private final Forms forms;
    private final Map<String, List<Person>> byLast = new HashMap<>();
    private final Map<String, List<Person>> byFirst = new HashMap<>();

    PersonLinks(Forms forms) {
        this.forms = forms;
    }

    private static Map<String, String> given() {
        Map<String, String> given = new HashMap<>();
        for (String pair : Cues.NAMES.of("given")) {
            int equals = pair.indexOf('=');
            given.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return Map.copyOf(given);
    }

    void join() {
        List<Person> full = new ArrayList<>();
        List<Person> single = new ArrayList<>();
        for (Form form : forms.all()) {
            if (form.size() > 1 && form.type() == EntityType.PER) {
                full.add(new Person(form));
            } else if (form.size() == 1 && form.known() == null) {
                single.add(new Person(form));
            }
        }
        full.sort(Comparator.comparingInt((Person person) -> -person.size()));
        for (Person person : full) {
            join(person, candidates(person));
            byLast.computeIfAbsent(Spelling.skeleton(person.last()), key -> new ArrayList<>())
                    .add(person);
            byFirst.computeIfAbsent(Spelling.skeleton(person.first()), key -> new ArrayList<>())
                    .add(person);
        }
        for (Person person : single) {
            join(person, candidates(person));
        }
    }

    private void join(Person person, List<Person> candidates) {
        Person one = choice(person, candidates);
        if (one != null) {
            person.form.join(one.form);
        }
    }

    private List<Person> candidates(Person person) {
        List<Person> found = new ArrayList<>();
        List<Person> namesakes = byLast.getOrDefault(Spelling.skeleton(person.last()), List.of());
        for (int i = 0; i < Math.min(MOST_NAMESAKES, namesakes.size()); i++) {
            if (isPersonToo(person, namesakes.get(i)) && isEnd(person, namesakes.get(i))) {
                found.add(namesakes.get(i));
            }
        }
        if (!found.isEmpty()) {
            return found;
        }
        namesakes = byFirst.getOrDefault(Spelling.skeleton(person.first()), List.of());
        for (int i = 0; i < Math.min(MOST_NAMESAKES, namesakes.size()); i++) {
            if (person.form.type() == EntityType.PER && isBeginning(person, namesakes.get(i))) {
                found.add(namesakes.get(i));
            }
        }
        return found;
    }

    /** Whether nothing speaks against a short form being a person: what the gazetteer has must be tagged as one. */
    private static boolean isPersonToo(Person person, Person full) {
        Form form = person.form;
        EntityType type = form.type();
        if (type == EntityType.PER) {
            return true;
        }
        double people = form.votes(EntityType.PER) + full.form.votes(EntityType.PER);
        return form.place() == null && (type == EntityType.MISC || form.votes(type) < people);
    }

    private static boolean isEnd(Person person, Person full) {
        if (!person.generation.isEmpty() || (person.size() > 1 && !full.generation.isEmpty())) {
            return person.generation.equals(full.generation) && isSame(person, full);
        }
        if (person.size() == 1) {
            return person.last().equals(full.last()) || isVariant(person.last(), full.last());
        }
        return isSame(person, full) || isSuffix(person.core, full.core);
    }

    /** The same first and last word, and the same initials where both have some. */
    private static boolean isSame(Person person, Person full) {
        boolean initials = person.initials.isEmpty()
                || full.initials.isEmpty()
                || person.initials.startsWith(full.initials)
                || full.initials.startsWith(person.initials);
        return initials
                && (isGiven(person.first(), full.first()) || isInitial(person, full))
                && isSpelledAlike(person.last(), full.last())
                && isInside(person.core, full.core);
    }

    /** J. Smith and John Smith. */
    private static boolean isInitial(Person person, Person full) {
        return person.first().length() == 1 && full.first().startsWith(person.first());
    }

    private static boolean isInside(List<String> words, List<String> full) {
        int at = 1;
        for (int i = 1; i < words.size() - 1; i++) {
            while (at < full.size() && !isSpelledAlike(words.get(i), full.get(at))) {
                at++;
            }
            if (at == full.size()) {
                return false;
            }
            at++;
        }
        return true;
    }

    private static boolean isSuffix(List<String> words, List<String> full) {
        int offset = full.size() - words.size();
        for (int i = 0; i < words.size(); i++) {
            if (offset <= 0 || !isSpelledAlike(words.get(i), full.get(offset + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBeginning(Person person, Person full) {
        if (person.size() >= full.size()) {
            return false;
        }
        for (int i = 0; i < person.size(); i++) {
            if (!isSpelledAlike(person.core.get(i), full.core.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGiven(String one, String other) {
        if (isSpelledAlike(one, other) || GIVEN.getOrDefault(one, one).equals(GIVEN.getOrDefault(other, other))) {
            return true;
        }
        return isShortened(one, other) || isShortened(other, one);
    }

    /** Dan for Daniel, not Paul for Paula. */
    private static boolean isShortened(String one, String full) {
        return one.length() >= SHORTEST_GIVEN
                && full.length() > one.length() + 1
                && full.startsWith(one)
                && !full.endsWith("a");
    }

    private static boolean isSpelledAlike(String one, String other) {
        return one.equals(other) || isVariant(one, other);
    }

    private static boolean isVariant(String one, String other) {
        String skeleton = Spelling.skeleton(one);
        return skeleton.length() >= LEAST_SKELETON && skeleton.equals(Spelling.skeleton(other));
    }

    /** The one person that a short form can be, or is by far most likely; null when there are several. */
    private static Person choice(Person person, List<Person> candidates) {
        List<Person> left = distinct(candidates);
        if (left.size() > 1) {
            left = distinct(left.stream()
                    .filter(each -> each.last().equals(person.last()))
                    .toList());
        }
        if (left.size() > 1 && person.generation.isEmpty()) {
            left = distinct(
                    left.stream().filter(each -> each.generation.isEmpty()).toList());
        }
        if (left.size() > 1) {
            int introduced = firstToken(person.form);
            left = left.stream()
                    .filter(each -> firstToken(each.form) < introduced)
                    .toList();
        }
        if (left.isEmpty()) {
            return null;
        }
        return left.size() == 1 ? left.get(0) : foremost(left);
    }

    /** The one that is named in full several times as often as any other; null when there is none. */
    private static Person foremost(List<Person> people) {
        List<Person> byCount = people.stream()
                .sorted(Comparator.comparingInt(
                        (Person person) -> -person.form.occurrences().size()))
                .toList();
        int most = byCount.get(0).form.occurrences().size();
        int second = byCount.get(1).form.occurrences().size();
        return most >= FOREMOST * second ? byCount.get(0) : null;
    }

    private static List<Person> distinct(List<Person> people) {
        Set<Form> seen = new HashSet<>();
        return people.stream().filter(person -> seen.add(person.form.root())).toList();
    }

    private static int firstToken(Form form) {
        return form.occurrences().isEmpty()
                ? Integer.MAX_VALUE
                : form.occurrences().get(0).first();
    }

    /** Whether a full name ends in this word. */
    boolean isSurname(String word) {
        return byLast.getOrDefault(Spelling.skeleton(word), List.of()).stream()
                .limit(MOST_NAMESAKES)
                .anyMatch(person -> person.last().equals(word));
    }

    /** The surnames by which a headline may call a person, where no two share one. */
    Map<String, Form> surnames() {
        Map<String, Form> surnames = new HashMap<>();
        byLast.values()
                .forEach(people -> people.forEach(person -> surnames.merge(
                        person.last(), person.form.root(), (one, other) -> one == other ? one : NOBODY)));
        surnames.values().removeIf(form -> form == NOBODY);
        return surnames;
    }

    private static final Form NOBODY = new Form("", false, null, null, null);
}
