package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * What somebody does to a source with a reason.
 *
 * @param kind what happened, as in its history
 * @param reason why
 * @param effect what it does
 */
record SourceAct(String kind, String reason, BiConsumer<Source, Instant> effect) {
}
