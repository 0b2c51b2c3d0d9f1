/**
 * Consent: what the person behind a source allows to be done with what they said, and what follows from its withdrawal.
 */
package org.harmregistry.sources.consent;
