package org.harmregistry.sources.source.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Through what a source speaks. */
public enum Medium {
    @JsonProperty("social_media_post")
    SOCIAL_MEDIA_POST,
    @JsonProperty("news")
    NEWS,
    @JsonProperty("ngo_report")
    NGO_REPORT,
    @JsonProperty("official_statement")
    OFFICIAL_STATEMENT,
    @JsonProperty("witness_interview")
    WITNESS_INTERVIEW,
    @JsonProperty("site_visit")
    SITE_VISIT,
    @JsonProperty("satellite_image")
    SATELLITE_IMAGE,
    @JsonProperty("video")
    VIDEO,
    @JsonProperty("photo")
    PHOTO,
    @JsonProperty("hospital_or_morgue_record")
    HOSPITAL_OR_MORGUE_RECORD,
    @JsonProperty("register")
    REGISTER,
    @JsonProperty("correspondence")
    CORRESPONDENCE,
    @JsonProperty("declassified_document")
    DECLASSIFIED_DOCUMENT
}
