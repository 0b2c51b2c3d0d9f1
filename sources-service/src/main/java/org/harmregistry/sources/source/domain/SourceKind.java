package org.harmregistry.sources.source.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a source is. */
public enum SourceKind {
    @JsonProperty("article")
    ARTICLE,
    @JsonProperty("post")
    POST,
    @JsonProperty("statement")
    STATEMENT,
    @JsonProperty("letter")
    LETTER,
    @JsonProperty("interview")
    INTERVIEW,
    @JsonProperty("site_visit")
    SITE_VISIT,
    @JsonProperty("imagery")
    IMAGERY,
    @JsonProperty("photo")
    PHOTO,
    @JsonProperty("video")
    VIDEO,
    @JsonProperty("report")
    REPORT,
    @JsonProperty("register")
    REGISTER
}
