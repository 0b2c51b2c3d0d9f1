package org.harmregistry.reports.delivery.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a replay came to.
 *
 * @param queued how many messages were queued, at most 10,000; if it is as many, replay again behind the newest that you got
 */
@Schema(name = "Replay")
public record ReplayView(int queued) {
}
