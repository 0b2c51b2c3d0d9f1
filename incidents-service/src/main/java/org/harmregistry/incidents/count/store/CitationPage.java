package org.harmregistry.incidents.count.store;

import java.util.List;
import java.util.UUID;

import org.harmregistry.incidents.count.domain.Claim;
import org.harmregistry.incidents.count.domain.ClaimStance;
import org.harmregistry.incidents.count.domain.ClaimedHarm;
import org.harmregistry.incidents.count.domain.SourceStanding;
import org.harmregistry.incidents.incident.domain.CasualtyRange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A page of citations as the neighbour answers it, as far as counts need it; the rest is ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CitationPage(List<Citation> items, Position page) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Position(String next) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Citation(UUID id, Long version, UUID source, ClaimStance stance, Claims claims, Standing standing) {

        Claim toClaim() {
            Claims said = claims == null ? new Claims(null, null, null) : claims;
            return new Claim(required(id), required(version), required(source), required(stance), harm(said.killed()),
                    harm(said.injured()), said.victims(), standing == null ? null : standing.toStanding());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Claims(Harm killed, Harm injured, List<String> victims) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Harm(CasualtyRange people, CasualtyRange civilians, CasualtyRange children, CasualtyRange women,
            CasualtyRange men, String words) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Standing(Independence independence, String canonicalKey, String reliability, Integer credibility) {

        SourceStanding toStanding() {
            return new SourceStanding(independence == null ? null : independence.repeats(), canonicalKey, reliability,
                    credibility);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Independence(UUID repeats) {
    }

    List<Claim> claims() {
        return required(items).stream().map(citation -> required(citation).toClaim()).toList();
    }

    /** The cursor of the next page, or {@code null} on the last. */
    String next() {
        return page == null ? null : page.next();
    }

    private static ClaimedHarm harm(Harm said) {
        return said == null ? null
                : new ClaimedHarm(said.people(), said.civilians(), said.children(), said.women(), said.men(), said.words());
    }

    private static <T> T required(T value) {
        if (value == null) {
            throw new IllegalArgumentException("an answer without what every citation has");
        }
        return value;
    }
}
