package org.harmregistry.reports.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What a party, or somebody about it, published as a count. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Tally(UUID id, Long version, String kind, String stance, String by, String month, MonthRange period, String area,
        LocalDate publishedOn, String publishedOnPrecision, Long carriedOver, Long newReports, Long completed, Long credible,
        Long nonCredible, Long duplicate, Long openAtEnd, Long reopened, Long deathsInMonth, Long injuredInMonth,
        Long deathsCumulative, CountRange killed, String words, String unit, String measure, SourceReference source,
        String notes, List<Identity> identities) {

    /** One identity that the tally's own numbers should satisfy. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Identity(String name, String formula, Boolean holds, Long left, Long right) {
    }

    /** The identity of a name, or one that cannot be computed. */
    public Identity identity(String name) {
        return identities == null ? new Identity(name, null, null, null, null)
                : identities.stream().filter(identity -> name.equals(identity.name())).findFirst()
                        .orElse(new Identity(name, null, null, null, null));
    }
}
