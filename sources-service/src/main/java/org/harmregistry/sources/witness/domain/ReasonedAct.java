package org.harmregistry.sources.witness.domain;

/**
 * An act with its reasons opened.
 *
 * @param reason why it was asked for
 * @param decision why it was consented to or refused; {@code null} while it was not
 */
public record ReasonedAct(GuardedAct act, String reason, String decision) {
}
