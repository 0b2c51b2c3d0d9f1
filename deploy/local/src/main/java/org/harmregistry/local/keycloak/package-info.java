/** Keycloak in place of the built-in issuer: started from its distribution, with the realm of {@code deploy/keycloak}. */
package org.harmregistry.local.keycloak;
