package org.harmregistry.sources.source.domain;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An external id and the source that holds it. A row of its own, so that the database lets no two sources hold the same. */
@Entity
@Table(name = "source_external_id")
public class HeldExternalId {

    /**
     * @param organisation whose external id this is
     * @param system the other system
     * @param externalId the id there
     */
    @Embeddable
    public record Key(String organisation, String system, String externalId) implements Serializable {
    }

    @EmbeddedId
    private Key key;
    private UUID sourceId;

    protected HeldExternalId() {
    }

    public HeldExternalId(String organisation, ExternalId id, UUID sourceId) {
        this.key = new Key(organisation, id.system(), id.id());
        this.sourceId = sourceId;
    }
}
