package org.harmregistry.sources.source.domain;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** What is not done with a source until it is lifted. */
@Embeddable
class Restrictions {

    private boolean frozen;
    private boolean hidden;

    void freeze() {
        require(!frozen, "The source is frozen already.");
        frozen = true;
    }

    void unfreeze() {
        require(frozen, "The source is not frozen.");
        frozen = false;
    }

    void hide() {
        require(!hidden, "The source is hidden already.");
        hidden = true;
    }

    void unhide() {
        require(hidden, "The source is not hidden.");
        hidden = false;
    }

    private static void require(boolean changes, String otherwise) {
        if (!changes) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, otherwise);
        }
    }

    /** @throws Failure 409 if nobody may change the content for now */
    void requireThawed() {
        if (frozen) {
            throw Failure.of(SourceFailure.FROZEN);
        }
    }

    boolean isHidden() {
        return hidden;
    }

    /** In the words of the wire. */
    List<String> told() {
        return Stream.of(frozen ? Restriction.FROZEN : null, hidden ? Restriction.HIDDEN : null).filter(Objects::nonNull)
                .map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    }
}
