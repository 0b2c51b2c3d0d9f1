package org.harmregistry.incidents.count.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.harmregistry.incidents.victim.domain.Outcome;

/**
 * The persons with one outcome.
 *
 * @param victims all recorded persons
 * @param outcome the outcome
 * @param printed names that claims print
 */
record Persons(List<KnownVictim> victims, Outcome outcome, List<Set<PersonName>> printed) {

    /** Fewest persons of a kind that the names can be; nothing but the name is known of those that are only printed. */
    int atLeast(Predicate<KnownVictim> kind, boolean withPrinted) {
        List<Set<PersonName>> named = new ArrayList<>(withPrinted ? printed : List.of());
        victims.stream().filter(victim -> victim.countsInMinimum(outcome)).filter(kind)
                .filter(victim -> !victim.names().isEmpty())
                .forEach(victim -> named.add(victim.names().stream().map(PersonName::of).collect(Collectors.toSet())));
        return NamedPersons.fewest(named);
    }

    int atMost() {
        return (int) victims.stream().filter(victim -> victim.countsInMaximum(outcome)).count();
    }
}
