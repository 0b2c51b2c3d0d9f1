package org.harmregistry.sources.attachment.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.custody.domain.CustodyAct;
import org.harmregistry.sources.custody.domain.CustodyEntry;
import org.harmregistry.sources.custody.domain.CustodyLog;
import org.harmregistry.sources.source.domain.Publication;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Writes what happens to attachments into the custody log, in the transaction of the act. */
@ApplicationScoped
class AttachmentCustody {

    private final CustodyLog log;
    private final Clock clock;

    AttachmentCustody(CustodyLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Collected by whoever captured it, if that is said; its digest made as it came in; taken in. */
    Uni<Void> ingested(Mutiny.Session session, Caller caller, Attachment attachment) {
        List<CustodyEntry> entries = new ArrayList<>();
        if (attachment.capturedAt() != null || attachment.captureDigest() != null) {
            Map<String, Object> detail = new HashMap<>(Map.of("basis", "as the sender says"));
            if (attachment.capturedAt() != null) {
                detail.put("capturedAt", attachment.capturedAt().toString());
            }
            entries.add(entry(attachment, CustodyAct.COLLECTED, caller, attachment.captureDigest(), detail));
        }
        entries.add(entry(attachment, CustodyAct.HASHED, caller, attachment.digest(), Map.of("length", attachment.length())));
        entries.add(entry(attachment, CustodyAct.INGESTED, caller, attachment.digest(), Map.of()));
        return log.append(session, entries);
    }

    /** A working copy was made. */
    Uni<Void> copied(Mutiny.Session session, Caller actor, Attachment from, Attachment copy) {
        return log.append(session, entry(from, CustodyAct.COPIED, actor, copy.digest(),
                Map.of("copy", copy.id().toString(), "derivation", copy.derivation())));
    }

    /** Everybody may have the copy from now on, or no longer. */
    Uni<Void> released(Mutiny.Session session, Caller caller, Attachment attachment, String reason) {
        CustodyAct act = attachment.publication() == Publication.PUBLIC ? CustodyAct.RELEASED : CustodyAct.RESTRICTED;
        return log.append(session, new CustodyEntry(attachment.sourceId(), attachment.id(), act, caller.subject(),
                clock.instant(), attachment.digest(), reason, Map.of()));
    }

    /** Somebody is given the bytes. */
    Uni<Void> accessed(Mutiny.Session session, Caller caller, Attachment attachment) {
        return log.append(session, entry(attachment, CustodyAct.ACCESSED, caller, attachment.digest(), Map.of()));
    }

    private CustodyEntry entry(Attachment attachment, CustodyAct act, Caller actor, String digest, Map<String, Object> detail) {
        return new CustodyEntry(attachment.sourceId(), attachment.id(), act, actor.subject(), clock.instant(), digest, null,
                detail);
    }
}
