package org.harmregistry.local;

import java.util.Locale;

/** The parts of the suite, in the order in which they are shown. */
public enum PartName {

    POSTGRESQL,
    MONGODB,
    ISSUER,
    INCIDENTS_SERVICE,
    SOURCES_SERVICE,
    REPORTS_SERVICE,
    GATEWAY;

    /** As people and scripts write it, such as {@code incidents-service}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isService() {
        return name().endsWith("_SERVICE");
    }

    /** The variable that puts a server of the user's own in place of this part. */
    String replacedBy() {
        return switch (this) {
            case POSTGRESQL -> "POSTGRES_URL";
            case MONGODB -> "MONGODB_URL";
            case ISSUER -> "OIDC_ISSUER";
            default -> throw new IllegalStateException(text() + " is always our own");
        };
    }
}
