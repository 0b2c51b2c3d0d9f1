/**
 * Consents of persons behind sources, and what they allow.
 */
package org.harmregistry.sources.consent.domain;
