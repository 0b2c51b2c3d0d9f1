/**
 * Everything that anyone says or shows about an incident: the register of sources, their texts, and what they are cited for.
 */
package org.harmregistry.sources;
