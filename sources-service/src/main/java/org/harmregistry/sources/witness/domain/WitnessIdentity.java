package org.harmregistry.sources.witness.domain;

import java.util.List;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.Texts;

/**
 * Who a person is and how to reach them. It exists in memory only, for as long as it is put or opened.
 *
 * @param names the person's names, in the scripts they are written in; from 1 to 20
 * @param contacts how to reach the person; at most 20
 * @param dateOfBirth as far as it is known; may be absent
 * @param address where the person lives; at most 500 characters; may be absent
 * @param relations who the person is related to; at most 50
 * @param notes anything else that tells who the person is; at most 10,000 characters; may be absent
 */
public record WitnessIdentity(List<PersonName> names, List<Contact> contacts, BirthDate dateOfBirth, String address,
        List<Relation> relations, String notes) {

    public WitnessIdentity {
        names = listed(names, 20, "/names");
        contacts = listed(contacts, 20, "/contacts");
        relations = listed(relations, 50, "/relations");
        if (names.isEmpty()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/names", "An identity has at least one name.");
        }
        Texts.bounded(address, 500, "/address");
        Texts.bounded(notes, 10_000, "/notes");
    }

    /**
     * A name in one script.
     *
     * @param language BCP 47 tag, with the script where it is not the usual one: {@code ar}, {@code ar-Latn}; may be absent
     * @param name as it is written there; at most 300 characters
     */
    public record PersonName(String language, String name) {

        public PersonName {
            Texts.formed(language, "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", "/language",
                    "A language is named by its BCP 47 tag, such as ar or ar-Latn.");
            Texts.required(name, 300, "/name");
        }
    }

    /**
     * A way to reach the person.
     *
     * @param kind what it is, such as {@code phone}; at most 50 characters
     * @param value number or address; at most 300 characters
     */
    public record Contact(String kind, String value) {

        public Contact {
            Texts.required(kind, 50, "/kind");
            Texts.required(value, 300, "/value");
        }
    }

    /**
     * Somebody the person is related to.
     *
     * @param relation what they are to the person; at most 100 characters
     * @param name at most 300 characters
     */
    public record Relation(String relation, String name) {

        public Relation {
            Texts.required(relation, 100, "/relation");
            Texts.required(name, 300, "/name");
        }
    }

    private static <T> List<T> listed(List<T> values, int max, String pointer) {
        if (values == null) {
            return List.of();
        }
        if (values.stream().anyMatch(value -> value == null)) {
            throw Failure.at(CommonFailure.WRONG_TYPE, pointer, "null is not taken in this list.");
        }
        if (values.size() > max) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "At most " + max + " entries are taken here.");
        }
        return List.copyOf(values);
    }
}
