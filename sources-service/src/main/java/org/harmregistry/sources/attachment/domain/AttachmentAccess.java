package org.harmregistry.sources.attachment.domain;

import java.util.Locale;
import java.util.UUID;

import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.ArchivedText.Integrity;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;

/** Who sees an attachment. */
public final class AttachmentAccess {

    private AttachmentAccess() {
    }

    /**
     * The attachment, if it is there for the caller: for the registry's staff and the source's own organisation; for everybody
     * only a released working copy of a public source.
     *
     * @throws Failure 404 otherwise
     */
    public static Attachment visible(Attachment attachment, UUID source, Source of, Caller caller) {
        SourceAccess.visible(of, caller);
        boolean there = attachment != null && attachment.sourceId().equals(source)
                && (seesAll(of, caller) || attachment.isPublic(of));
        if (!there) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return attachment;
    }

    /** True if the caller sees every attachment of the source. */
    static boolean seesAll(Source source, Caller caller) {
        return !SourceAccess.view(caller, source.organisation()).equals("public");
    }

    /**
     * Lets pass who may have the bytes: what was found dangerous is for the registry's staff alone, and so is what a
     * scanner was not shown yet where there is one.
     */
    static void requireContent(Attachment attachment, Caller caller, boolean scanned) {
        if (scanned && attachment.state() == AttachmentState.RECEIVED && !caller.readsAll()) {
            throw Failure.of(CommonFailure.FORBIDDEN, "The file has not been scanned yet: an analyst can read it.");
        }
        if (attachment.state() == AttachmentState.QUARANTINED && !caller.readsAll()) {
            throw Failure.of(CommonFailure.FORBIDDEN, "The file is quarantined: an analyst can read it.");
        }
    }

    /** The entity tag of what is known of an attachment, in the caller's view. */
    public static String tag(Attachment attachment, Caller caller) {
        return tag(attachment, null, caller);
    }

    /** The same where something is known to be wrong with the content. */
    public static String tag(Attachment attachment, Integrity integrity, Caller caller) {
        String view = SourceAccess.view(caller, attachment.organisation());
        return EntityTags.of(attachment.versionFor(caller), integrity == null ? view
                : view + "." + integrity.name().toLowerCase(Locale.ROOT));
    }
}
