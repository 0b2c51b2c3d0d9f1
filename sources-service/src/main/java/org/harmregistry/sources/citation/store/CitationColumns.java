package org.harmregistry.sources.citation.store;

import jakarta.persistence.Converter;

import org.harmregistry.sources.LowerCaseColumn;
import org.harmregistry.sources.citation.domain.CitationStatus;
import org.harmregistry.sources.citation.domain.IncidentSight;
import org.harmregistry.sources.citation.domain.Stance;

/** The columns of a citation that hold a word of a vocabulary. */
public final class CitationColumns {

    private CitationColumns() {
    }

    @Converter(autoApply = true)
    public static class StanceColumn extends LowerCaseColumn<Stance> {

        public StanceColumn() {
            super(Stance.class);
        }
    }

    @Converter(autoApply = true)
    public static class CitationStatusColumn extends LowerCaseColumn<CitationStatus> {

        public CitationStatusColumn() {
            super(CitationStatus.class);
        }
    }

    @Converter(autoApply = true)
    public static class IncidentSightColumn extends LowerCaseColumn<IncidentSight> {

        public IncidentSightColumn() {
            super(IncidentSight.class);
        }
    }
}
