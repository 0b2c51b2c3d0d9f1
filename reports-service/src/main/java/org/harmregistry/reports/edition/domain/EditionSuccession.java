package org.harmregistry.reports.edition.domain;

import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** The editions of one period in their order, as far as they were ever out. */
public interface EditionSuccession {

    /**
     * One of them.
     *
     * @param id the edition
     * @param number its number, from 1
     * @param status whether it stands, was replaced, or was taken back
     * @param languages the languages that it is in
     */
    record Link(UUID id, int number, EditionStatus status, List<String> languages) {

        public Link {
            languages = List.copyOf(languages);
        }
    }

    /**
     * What stands before and after an edition.
     *
     * @param before the one that it replaced or came after; {@code null} for the first
     * @param after the one that came next; {@code null} if none did
     */
    record Neighbours(Link before, Link after) {

        /** The two beside a number, of links in rising order. */
        static Neighbours beside(int number, List<Link> links) {
            Link before = null;
            for (Link link : links) {
                if (link.number() > number) {
                    return new Neighbours(before, link);
                }
                before = link.number() < number ? link : before;
            }
            return new Neighbours(before, null);
        }
    }

    /** All of a period's editions that were ever out, the first first. */
    Uni<List<Link>> of(Edition edition);

    /** What stands before and after an edition. */
    default Uni<Neighbours> beside(Edition edition) {
        return of(edition).map(links -> Neighbours.beside(edition.number(), links));
    }
}
