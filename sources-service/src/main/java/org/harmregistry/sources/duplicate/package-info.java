/**
 * Sources that may be the same publication, text or picture: named with a score and why, never merged by machine.
 */
package org.harmregistry.sources.duplicate;
