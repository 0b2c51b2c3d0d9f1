package org.harmregistry.sources.attachment.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an attachment is on its way in. */
public enum AttachmentState {
    /** Stored, and not looked into yet. */
    @JsonProperty("received")
    RECEIVED,
    /** Looked into; nothing about it is known to be dangerous. */
    @JsonProperty("inspected")
    INSPECTED,
    /** Looked into and found dangerous, or not to be what it says: handed out to the registry's staff alone. */
    @JsonProperty("quarantined")
    QUARANTINED
}
