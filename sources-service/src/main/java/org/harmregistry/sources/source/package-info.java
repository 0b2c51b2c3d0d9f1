/**
 * Sources: the register of what was published, said or shown.
 */
package org.harmregistry.sources.source;
