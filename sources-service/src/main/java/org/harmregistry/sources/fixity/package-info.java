/**
 * Fixity: all content is looked at again in turn, and what changed or went missing is named.
 */
package org.harmregistry.sources.fixity;
