package org.harmregistry.sources.fixity.domain;

import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What the register knows of checked content, in the session of one unit of work. */
public interface FixityFindings {

    /** An attachment, or a source whose text it is, that has the content. */
    record Holder(UUID source, UUID attachment) {
    }

    /** Who has a content: attachments for a file, sources for a text; at most 1,000. */
    Uni<List<Holder>> holders(Mutiny.Session session, String digest, String kind);

    /** Findings in the order of digests, behind a digest if it is given. */
    Uni<List<FixityFinding>> list(Mutiny.Session session, String after, int limit);

    Uni<FixityState> state(Mutiny.Session session);
}
