package org.harmregistry.sources.attachment.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a copy is for (Berkeley Protocol: the evidentiary copy is left untouched, all work is done on working copies). */
public enum AttachmentRole {
    /** As it came in, byte for byte. */
    @JsonProperty("evidentiary")
    EVIDENTIARY,
    /** Made from an evidentiary copy: without metadata, smaller, redacted, transcribed. */
    @JsonProperty("working")
    WORKING
}
