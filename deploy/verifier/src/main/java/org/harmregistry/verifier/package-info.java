/**
 * Checks a published edition by its bundle. It shares no code with the service that made the bundle, and needs nothing but a
 * JDK.
 */
package org.harmregistry.verifier;
