package org.harmregistry.kit.identity;

/** The roles of the registry as they stand in the token's {@code roles} claim. */
public final class Role {

    public static final String CONTRIBUTOR = "contributor";
    public static final String ANALYST = "analyst";
    public static final String PUBLISHER = "publisher";
    public static final String CUSTODIAN = "custodian";
    public static final String PARTY = "party";
    public static final String ADMIN = "admin";
    /** Another service of the registry, on its own behalf: it may ask for whom a record is there, and nothing else. */
    public static final String SERVICE = "service";

    private Role() {
    }
}
