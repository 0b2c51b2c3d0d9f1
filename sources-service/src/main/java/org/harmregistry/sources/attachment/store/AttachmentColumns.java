package org.harmregistry.sources.attachment.store;

import jakarta.persistence.Converter;

import org.harmregistry.sources.LowerCaseColumn;
import org.harmregistry.sources.attachment.domain.AttachmentRole;
import org.harmregistry.sources.attachment.domain.AttachmentState;

/** The columns of an attachment that hold a word of a vocabulary. */
public final class AttachmentColumns {

    private AttachmentColumns() {
    }

    @Converter(autoApply = true)
    public static class AttachmentRoleColumn extends LowerCaseColumn<AttachmentRole> {

        public AttachmentRoleColumn() {
            super(AttachmentRole.class);
        }
    }

    @Converter(autoApply = true)
    public static class AttachmentStateColumn extends LowerCaseColumn<AttachmentState> {

        public AttachmentStateColumn() {
            super(AttachmentState.class);
        }
    }
}
