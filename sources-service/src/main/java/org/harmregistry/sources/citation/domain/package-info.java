/**
 * A citation, the rules it must meet, and what can be done with it.
 */
package org.harmregistry.sources.citation.domain;
