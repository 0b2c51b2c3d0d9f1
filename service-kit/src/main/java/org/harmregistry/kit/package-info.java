/**
 * What all three services must do alike, and nothing else: a type enters only if two services use it with the same meaning.
 */
package org.harmregistry.kit;
