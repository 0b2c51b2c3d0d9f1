package org.harmregistry.sources.upload.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of an upload. */
public enum UploadState {
    /** More bytes are waited for. */
    @JsonProperty("open")
    OPEN,
    /** All bytes came, and are an attachment. */
    @JsonProperty("stored")
    STORED,
    /** All bytes came, and were not those that the sender had said; nothing of them was stored. */
    @JsonProperty("refused")
    REFUSED
}
