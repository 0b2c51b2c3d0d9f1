/**
 * The time, asked from an injected clock, and waiting for it to pass.
 */
package org.harmregistry.kit.time;
