/**
 * A source as the register keeps it: its vocabularies and values, the rules they must meet, and what can be done with it.
 */
package org.harmregistry.sources.source.domain;
