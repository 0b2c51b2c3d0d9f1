package org.harmregistry.sources.duplicate.domain;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What the sources are told alike by, in the session of one unit of work. */
public interface Likenesses {

    /** Claims sources that are new or have changed; others leave them alone until the lease is over. */
    Uni<List<UUID>> claim(Mutiny.Session session, UUID claim, Duration lease, int limit);

    /** Gives back what was claimed and not compared, to be taken up again after the wait. */
    Uni<Void> release(Mutiny.Session session, UUID claim, Duration wait);

    /** Puts the likenesses in the place of those noted before, and ends the claim on sources that have not changed since. */
    Uni<Void> write(Mutiny.Session session, UUID claim, Collection<UUID> sources, List<Likeness> likenesses);

    /** Notes a file or picture of a source. */
    Uni<Void> note(Mutiny.Session session, UUID source, Likeness.Mark mark);

    Uni<Void> note(Mutiny.Session session, UUID source, UUID attachment, PictureHash picture);

    /** What speaks for others being alike with the source, whoever may see them; at most 2,000 of each kind. */
    Uni<List<Alike>> alike(Mutiny.Session session, UUID source);
}
