/**
 * The check of all content in turn.
 */
package org.harmregistry.sources.fixity.domain;
