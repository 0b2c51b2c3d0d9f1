package org.harmregistry.local.loader.client;

/** Gives the bearer tokens that the program speaks with. */
@FunctionalInterface
public interface Tokens {

    /**
     * @param role the role that the request needs, such as {@code publisher}
     * @param organisation the organisation in whose name it is made
     * @return a bearer token, without the word {@code Bearer}
     */
    String bearer(String role, String organisation);
}
