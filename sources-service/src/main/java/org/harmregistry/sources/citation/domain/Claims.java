package org.harmregistry.sources.citation.domain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.Texts;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a source claims of an incident, apart from what the registry holds true; what is absent is not claimed.
 *
 * @param killed people killed
 * @param injured people injured
 * @param date when
 * @param parties who, at most 50
 * @param place where
 * @param victims the names of the dead as printed, at most 200 of at most 200 characters; never public
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Claims(ClaimedCasualties killed, ClaimedCasualties injured, ClaimedDate date, List<ClaimedParty> parties,
        ClaimedPlace place, List<String> victims) {

    private static final int MAX_PARTIES = 50;
    private static final int MAX_VICTIMS = 200;

    public Claims {
        killed = ClaimedCasualties.known(killed);
        injured = ClaimedCasualties.known(injured);
        parties = listed(parties, MAX_PARTIES, "/parties");
        victims = listed(victims, MAX_VICTIMS, "/victims");
        for (int i = 0; i < victims.size(); i++) {
            Texts.bounded(victims.get(i), 200, "/victims/" + i);
        }
    }

    private static <T> List<T> listed(List<T> values, int max, String pointer) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > max) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "At most " + max + " entries are taken here.");
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw Failure.at(CommonFailure.WRONG_TYPE, pointer, "null is not taken in this list.");
        }
        return List.copyOf(values);
    }

    /** The claims, or {@code null} if there is none among them. */
    static Claims known(Claims claims) {
        boolean none = claims == null || claims.parties.isEmpty() && claims.victims.isEmpty()
                && Stream.of(claims.killed, claims.injured, claims.date, claims.place).allMatch(Objects::isNull);
        return none ? null : claims;
    }

    /** The claims as everybody may see them: without the names of the dead. */
    public Claims forEverybody() {
        return new Claims(killed, injured, date, parties, place, null);
    }
}
