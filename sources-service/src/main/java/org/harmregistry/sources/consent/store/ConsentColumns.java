package org.harmregistry.sources.consent.store;

import jakarta.persistence.Converter;

import org.harmregistry.sources.LowerCaseColumn;
import org.harmregistry.sources.consent.domain.ConsentState;
import org.harmregistry.sources.consent.domain.Purpose;
import org.harmregistry.sources.consent.domain.Taking;

/** The columns of a consent that hold a word of a vocabulary. */
public final class ConsentColumns {

    private ConsentColumns() {
    }

    @Converter(autoApply = true)
    public static class PurposeColumn extends LowerCaseColumn<Purpose> {

        public PurposeColumn() {
            super(Purpose.class);
        }
    }

    @Converter(autoApply = true)
    public static class ConsentStateColumn extends LowerCaseColumn<ConsentState> {

        public ConsentStateColumn() {
            super(ConsentState.class);
        }
    }

    @Converter(autoApply = true)
    public static class TakingColumn extends LowerCaseColumn<Taking> {

        public TakingColumn() {
            super(Taking.class);
        }
    }
}
