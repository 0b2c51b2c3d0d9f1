package org.harmregistry.sources.consent.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What for a person may consent to the use of what they said. */
public enum Purpose {
    /** To be kept, and nothing else. */
    @JsonProperty("keep_only")
    KEEP_ONLY,
    /** To be read and weighed by the registry's staff. */
    @JsonProperty("analysis")
    ANALYSIS,
    /** To be published without anything that tells who the person is. */
    @JsonProperty("publish_anonymous")
    PUBLISH_ANONYMOUS,
    /** To be published with the person's name. */
    @JsonProperty("publish_named")
    PUBLISH_NAMED,
    /** To be shared with partner organisations. */
    @JsonProperty("share_partner")
    SHARE_PARTNER,
    /** To be given to a court. */
    @JsonProperty("share_court")
    SHARE_COURT,
    /** To be given to a military body that assesses allegations. */
    @JsonProperty("share_military_assessor")
    SHARE_MILITARY_ASSESSOR;

    boolean isPublication() {
        return this == PUBLISH_ANONYMOUS || this == PUBLISH_NAMED;
    }
}
