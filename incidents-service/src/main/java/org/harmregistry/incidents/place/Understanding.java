package org.harmregistry.incidents.place;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a place's name was understood. */
public enum Understanding {
    /** It is a name of the place, however transliterated. */
    @JsonProperty("same_name")
    SAME_NAME,
    /** It is a name of the place once words such as "Governorate", or what follows a comma, are left out. */
    @JsonProperty("without_qualifier")
    WITHOUT_QUALIFIER,
    /** No place bears the name; these are spelt much like it. A suggestion: nothing is listed for them. */
    @JsonProperty("similar_spelling")
    SIMILAR_SPELLING
}
