/** The identity provider of one machine: a key, what verifies its tokens, and a way to make them by hand. */
package org.harmregistry.local.issuer;
