package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.util.function.BiConsumer;

import org.harmregistry.kit.identity.Role;

/** A step in a source's life, taken by people of certain roles and with a reason. */
public enum SourceStep {
    /** The source is what it says it is, as far as an analyst can tell. */
    ACCEPTANCE("accepted", Source::accept, Role.ANALYST, Role.PUBLISHER),
    /** Everybody may read the source. */
    PUBLICATION("published", Source::publish, Role.PUBLISHER),
    /** Only its organisation and the registry's staff may read the source. */
    WITHHOLDING("withheld", Source::withhold, Role.PUBLISHER),
    /** Nobody changes its content until it is unfrozen. */
    FREEZING("frozen", (source, now) -> source.restrict(Restrictions::freeze, now), Role.ANALYST, Role.PUBLISHER),
    UNFREEZING("unfrozen", (source, now) -> source.restrict(Restrictions::unfreeze, now), Role.PUBLISHER),
    /** It goes out of everybody's sight, whatever its publication, until it is unhidden. */
    HIDING("hidden", (source, now) -> source.restrict(Restrictions::hide, now), Role.ANALYST, Role.PUBLISHER),
    UNHIDING("unhidden", (source, now) -> source.restrict(Restrictions::unhide, now), Role.PUBLISHER);

    private final String kind;
    private final BiConsumer<Source, Instant> effect;
    private final String[] roles;

    SourceStep(String kind, BiConsumer<Source, Instant> effect, String... roles) {
        this.kind = kind;
        this.effect = effect;
        this.roles = roles;
    }

    String kind() {
        return kind;
    }

    String[] roles() {
        return roles.clone();
    }

    void take(Source source, Instant now) {
        effect.accept(source, now);
    }
}
