package org.harmregistry.sources.upload.store;

import jakarta.persistence.Converter;

import org.harmregistry.sources.LowerCaseColumn;
import org.harmregistry.sources.upload.domain.UploadState;

/** The columns of an upload that hold a word of a vocabulary. */
public final class UploadColumns {

    private UploadColumns() {
    }

    @Converter(autoApply = true)
    public static class UploadStateColumn extends LowerCaseColumn<UploadState> {

        public UploadStateColumn() {
            super(UploadState.class);
        }
    }
}
