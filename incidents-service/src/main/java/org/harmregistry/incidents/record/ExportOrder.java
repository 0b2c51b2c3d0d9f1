package org.harmregistry.incidents.record;

/** Under which name, and in which order, the rows of an export are read. */
enum ExportOrder {
    /** Under the party's slug, by the day from which they were known. */
    BY_KNOWN_DAY("r.party", "r.known_on, r.id", "(s.derived ->> 'knownOn') collate \"C\", s.record_id"),
    /** Under their own slug, and by it. */
    BY_SLUG("r.slug", "r.slug", "(s.derived ->> 'party') collate \"C\"");

    private final String name;
    private final String today;
    private final String then;

    ExportOrder(String name, String today, String then) {
        this.name = name;
        this.today = today;
        this.then = then;
    }

    /** Column of the slug under which a row stands. */
    String column() {
        return name;
    }

    /** By what rows of today are ordered. */
    String today() {
        return today;
    }

    /** By what past states are ordered. */
    String then() {
        return then;
    }
}
