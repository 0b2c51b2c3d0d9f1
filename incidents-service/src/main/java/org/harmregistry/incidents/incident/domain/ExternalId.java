package org.harmregistry.incidents.incident.domain;

import org.harmregistry.kit.bulk.RowKey;

/**
 * What another system calls the record; unique per organisation and system.
 *
 * @param system the other system, such as {@code ucdp-ged}; at most 80 characters
 * @param id the record's identifier there; at most 200 characters
 */
public record ExternalId(String system, String id) {

    public ExternalId {
        Bounds.text(Bounds.required(system, "/system"), 80, "/system");
        Bounds.text(Bounds.required(id, "/id"), 200, "/id");
    }

    public RowKey key() {
        return new RowKey(system, id);
    }
}
