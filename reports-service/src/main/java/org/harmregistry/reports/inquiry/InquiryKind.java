package org.harmregistry.reports.inquiry;

import java.util.List;
import java.util.Locale;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;

/** What can be asked. */
public enum InquiryKind {
    /** What would come out of a report now; by its slug. */
    TRIAL(Role.PUBLISHER),
    /** Whether the figures of an edition come out again; by its id. */
    RECOMPUTATION(Role.ANALYST, Role.PUBLISHER, Role.ADMIN);

    private final List<String> roles;

    InquiryKind(String... roles) {
        this.roles = List.of(roles);
    }

    /** The kind as it stands in the register. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if this caller may ask, and read what comes out. */
    boolean isFor(Caller caller) {
        return caller.hasAny(roles.toArray(String[]::new));
    }

    /** Refuses who may not ask. */
    public void require(Caller caller) {
        caller.require(roles.toArray(String[]::new));
    }
}
