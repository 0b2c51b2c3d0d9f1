/**
 * The time, asked from an injected clock.
 */
package org.harmregistry.kit.time;
