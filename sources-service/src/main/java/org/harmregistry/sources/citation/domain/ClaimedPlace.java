package org.harmregistry.sources.citation.domain;

import org.harmregistry.sources.source.domain.Texts;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where it happened, as a source says: by name, never by a point, which would tell more than the incident's public accuracy.
 *
 * @param name the place as printed; at most 200 characters
 * @param country two letters of ISO 3166-1
 * @param admin1 code of the first-order area, such as {@code SY11}
 * @param admin2 code of the second-order area, such as {@code SY1101}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimedPlace(String name, String country, String admin1, String admin2) {

    private static final String AREA = "[A-Z]{2}[A-Z0-9-]{1,18}";

    public ClaimedPlace {
        Texts.required(name, 200, "/name");
        Texts.formed(country, "[A-Z]{2}", "/country", "Two letters of ISO 3166-1, such as SY, are taken here.");
        Texts.formed(admin1, AREA, "/admin1", "An area's code begins with its country's two letters.");
        Texts.formed(admin2, AREA, "/admin2", "An area's code begins with its country's two letters.");
    }
}
