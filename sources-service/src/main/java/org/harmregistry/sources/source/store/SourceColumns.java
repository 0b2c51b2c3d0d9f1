package org.harmregistry.sources.source.store;

import jakarta.persistence.Converter;

import org.harmregistry.sources.LowerCaseColumn;
import org.harmregistry.sources.source.domain.DatePrecision;
import org.harmregistry.sources.source.domain.Medium;
import org.harmregistry.sources.source.domain.Publication;
import org.harmregistry.sources.source.domain.Reliability;
import org.harmregistry.sources.source.domain.SourceKind;
import org.harmregistry.sources.source.domain.SourceStatus;

/** The columns of a source that hold a word of a vocabulary. */
public final class SourceColumns {

    private SourceColumns() {
    }

    @Converter(autoApply = true)
    public static class SourceKindColumn extends LowerCaseColumn<SourceKind> {

        public SourceKindColumn() {
            super(SourceKind.class);
        }
    }

    @Converter(autoApply = true)
    public static class MediumColumn extends LowerCaseColumn<Medium> {

        public MediumColumn() {
            super(Medium.class);
        }
    }

    @Converter(autoApply = true)
    public static class DatePrecisionColumn extends LowerCaseColumn<DatePrecision> {

        public DatePrecisionColumn() {
            super(DatePrecision.class);
        }
    }

    @Converter(autoApply = true)
    public static class SourceStatusColumn extends LowerCaseColumn<SourceStatus> {

        public SourceStatusColumn() {
            super(SourceStatus.class);
        }
    }

    @Converter(autoApply = true)
    public static class PublicationColumn extends LowerCaseColumn<Publication> {

        public PublicationColumn() {
            super(Publication.class);
        }
    }

    /** The letters of the Admiralty scale stand in capitals everywhere. */
    @Converter(autoApply = true)
    public static class ReliabilityColumn extends LowerCaseColumn<Reliability> {

        public ReliabilityColumn() {
            super(Reliability.class);
        }

        @Override
        public String convertToDatabaseColumn(Reliability value) {
            return value == null ? null : value.name();
        }
    }
}
