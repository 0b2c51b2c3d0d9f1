package org.harmregistry.sources.source.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be odd about published data without being a reason to refuse it. */
public enum FindingCode {
    /** The source does not tell when it was published, or tells a placeholder. */
    @JsonProperty("publication_date_unknown")
    PUBLICATION_DATE_UNKNOWN,
    /** The source is dated before the event that it is cited for. */
    @JsonProperty("published_before_event")
    PUBLISHED_BEFORE_EVENT,
    /** A data set cites the same source twice for one event. */
    @JsonProperty("cited_twice_by_one_event")
    CITED_TWICE_BY_ONE_EVENT
}
