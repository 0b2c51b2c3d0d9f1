package org.harmregistry.sources.duplicate.domain;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Takes in what a picture of a source is told alike by, from whoever decodes pictures, in the session of that act. */
@ApplicationScoped
public class PictureLikeness {

    private final Likenesses likenesses;

    public PictureLikeness(Likenesses likenesses) {
        this.likenesses = likenesses;
    }

    /**
     * Notes a picture; done again for the same attachment it changes nothing.
     *
     * @param picture made by {@link PictureHash#of} outside of any session, on a worker thread
     */
    public Uni<Void> note(Mutiny.Session session, UUID source, UUID attachment, PictureHash picture) {
        return likenesses.note(session, source, attachment, picture);
    }
}
