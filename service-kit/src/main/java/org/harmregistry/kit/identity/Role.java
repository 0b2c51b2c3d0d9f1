package org.harmregistry.kit.identity;

/** The roles of the registry as they stand in the token's {@code roles} claim. */
public final class Role {

    public static final String CONTRIBUTOR = "contributor";
    public static final String ANALYST = "analyst";
    public static final String PUBLISHER = "publisher";
    public static final String CUSTODIAN = "custodian";
    public static final String PARTY = "party";
    public static final String ADMIN = "admin";

    private Role() {
    }
}
