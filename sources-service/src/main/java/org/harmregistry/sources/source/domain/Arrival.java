package org.harmregistry.sources.source.domain;

import jakarta.persistence.Embeddable;

import org.harmregistry.kit.identity.Caller;

/** How a source came into the register: from whom, with which body, and which row of an import it stands as. */
@Embeddable
class Arrival {

    private String recordedBy;
    private String creationDigest;
    private String importDigest;
    private Long importVersion;

    protected Arrival() {
    }

    Arrival(Caller caller, String creationDigest) {
        this.recordedBy = caller.subject();
        this.creationDigest = creationDigest;
    }

    /** Notes which import row a version was made of. */
    void imported(String digest, long version) {
        importDigest = digest;
        importVersion = version;
    }

    boolean isLastImport(String digest) {
        return digest.equals(importDigest);
    }

    boolean isAsImported(long version) {
        return importVersion != null && importVersion == version;
    }

    String recordedBy() {
        return recordedBy;
    }

    String creationDigest() {
        return creationDigest;
    }

    /** Of the row that the last import made a version of; {@code null} if there was none. */
    String importDigest() {
        return importDigest;
    }

    Long importVersion() {
        return importVersion;
    }

    boolean isCreationOf(Caller caller, String digest) {
        return recordedBy.equals(caller.subject()) && creationDigest.equals(digest);
    }
}
