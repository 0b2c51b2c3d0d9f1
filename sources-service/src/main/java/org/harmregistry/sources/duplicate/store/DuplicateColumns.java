package org.harmregistry.sources.duplicate.store;

import jakarta.persistence.Converter;

import org.harmregistry.sources.LowerCaseColumn;
import org.harmregistry.sources.duplicate.domain.Verdict;

/** The columns of a decision that hold a word of a vocabulary. */
public final class DuplicateColumns {

    private DuplicateColumns() {
    }

    @Converter(autoApply = true)
    public static class VerdictColumn extends LowerCaseColumn<Verdict> {

        public VerdictColumn() {
            super(Verdict.class);
        }
    }
}
