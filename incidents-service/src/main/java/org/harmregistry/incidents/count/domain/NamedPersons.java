package org.harmregistry.incidents.count.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The union of names: the fewest persons that they can be. Names that are spelt alike are one person, and so are all names of
 * one recorded person; a shorter form of a longer name may be that person. Names in different scripts may all be the same
 * people, so the script with most persons decides.
 */
final class NamedPersons {

    private NamedPersons() {
    }

    /** Each set holds the names of one person as one record or one source gives them. */
    static int fewest(List<Set<PersonName>> named) {
        List<Set<PersonName>> persons = joined(named);
        int most = 0;
        for (PersonName.Script script : PersonName.Script.values()) {
            List<Set<PersonName>> inScript = persons.stream().map(names -> {
                Set<PersonName> some = new HashSet<>(names);
                some.removeIf(name -> name.script() != script);
                return some;
            }).filter(names -> !names.isEmpty()).toList();
            most = Math.max(most, inScript.size() - shortened(inScript));
        }
        return most;
    }

    /** Joins the sets that share a name. */
    private static List<Set<PersonName>> joined(List<Set<PersonName>> named) {
        Map<PersonName, Set<PersonName>> byName = new HashMap<>();
        for (Set<PersonName> names : named) {
            Set<PersonName> person = new HashSet<>(names);
            names.forEach(name -> person.addAll(byName.getOrDefault(name, Set.of())));
            person.forEach(name -> byName.put(name, person));
        }
        return List.copyOf(new HashSet<>(byName.values()));
    }

    /** How many can be a shorter form of another, each longer name taking one: a largest matching by augmenting paths. */
    private static int shortened(List<Set<PersonName>> persons) {
        List<Set<PersonName>> sorted = new ArrayList<>(persons);
        sorted.sort(Comparator.comparingInt(NamedPersons::length));
        Map<String, List<Integer>> byWord = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (PersonName name : sorted.get(i)) {
                for (String word : new HashSet<>(name.words())) {
                    byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(i);
                }
            }
        }
        int[] takenBy = new int[sorted.size()];
        Arrays.fill(takenBy, -1);
        int matched = 0;
        for (int i = 0; i < sorted.size(); i++) {
            matched += finds(i, sorted, byWord, takenBy, new boolean[sorted.size()]) ? 1 : 0;
        }
        return matched;
    }

    private static boolean finds(int shorter, List<Set<PersonName>> persons, Map<String, List<Integer>> byWord, int[] takenBy,
            boolean[] tried) {
        for (PersonName name : persons.get(shorter)) {
            for (int longer : name.words().isEmpty() ? List.<Integer> of() : byWord.get(name.words().get(0))) {
                boolean fits = length(persons.get(longer)) > length(persons.get(shorter)) && !tried[longer]
                        && persons.get(longer).stream().anyMatch(name::shortens);
                if (fits) {
                    tried[longer] = true;
                    if (takenBy[longer] < 0 || finds(takenBy[longer], persons, byWord, takenBy, tried)) {
                        takenBy[longer] = shorter;
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int length(Set<PersonName> person) {
        return person.stream().mapToInt(name -> name.words().size()).max().orElse(0);
    }
}
