package org.harmregistry.kit.sample;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** The smallest record there can be: what proves the kit. */
@Entity
class Note {

    @Id
    UUID id;
    @Version
    long version;
    String text;
    String owner;
    boolean shown;
}
