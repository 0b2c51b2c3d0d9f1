package org.harmregistry.sources.witness.store;

import jakarta.persistence.Converter;

import org.harmregistry.sources.LowerCaseColumn;
import org.harmregistry.sources.witness.domain.GuardedKind;
import org.harmregistry.sources.witness.domain.GuardedState;
import org.harmregistry.sources.witness.domain.IdentityState;

/** The columns that hold a word of a vocabulary. */
public final class WitnessColumns {

    private WitnessColumns() {
    }

    @Converter(autoApply = true)
    public static class IdentityStateColumn extends LowerCaseColumn<IdentityState> {

        public IdentityStateColumn() {
            super(IdentityState.class);
        }
    }

    @Converter(autoApply = true)
    public static class GuardedKindColumn extends LowerCaseColumn<GuardedKind> {

        public GuardedKindColumn() {
            super(GuardedKind.class);
        }
    }

    @Converter(autoApply = true)
    public static class GuardedStateColumn extends LowerCaseColumn<GuardedState> {

        public GuardedStateColumn() {
            super(GuardedState.class);
        }
    }
}
