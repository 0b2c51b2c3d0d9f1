package org.harmregistry.incidents.incident.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.place.Gazetteer;
import org.harmregistry.incidents.record.PartyFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What an incident's content must agree with outside itself. */
@ApplicationScoped
public class IncidentRules {

    private final Gazetteer gazetteer;
    private final KnownParties parties;
    private final Clock clock;

    public IncidentRules(Gazetteer gazetteer, KnownParties parties, Clock clock) {
        this.gazetteer = gazetteer;
        this.parties = parties;
        this.clock = clock;
    }

    /** Fails with 422 unless the content names days that have been, and only parties and areas that are known. */
    public Uni<Void> check(Mutiny.Session session, IncidentContent content) {
        requirePossible(content);
        return knownParties(session, List.of(content)).invoke(known -> requireKnownParties(content, known)).replaceWithVoid();
    }

    /** Those of all named parties that the registry knows. */
    Uni<Set<String>> knownParties(Mutiny.Session session, Collection<IncidentContent> contents) {
        Set<String> named = contents.stream().flatMap(content -> content.parties().stream()).map(PartyInvolvement::party)
                .collect(Collectors.toSet());
        return named.isEmpty() ? Uni.createFrom().item(Set.of()) : parties.among(session, named);
    }

    /** Fails with 422 if it cannot have been then, or not there. */
    void requirePossible(IncidentContent content) {
        // Somewhere on Earth the next day has begun.
        LocalDate last = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(1);
        String toCome = content.occurred().endToCome(last);
        if (toCome != null) {
            throw Failure.at(IncidentFailure.DATE_IN_FUTURE, "/occurred" + toCome,
                    IncidentFailure.DATE_IN_FUTURE.title() + ".");
        }
        if (content.place() != null && content.place().country() != null) {
            requireInCountry(content.place());
        }
    }

    private void requireInCountry(Place place) {
        requireArea(place.admin1() == null || gazetteer.mayBeIn(place.country(), place.admin1()), "/place/admin1");
        requireArea(place.admin2() == null || gazetteer.mayBeIn(place.country(), place.admin1(), place.admin2()),
                "/place/admin2");
        GeoPoint point = place.point();
        if (point != null && !gazetteer.mayBeIn(place.country(), point.lat(), point.lon())) {
            throw Failure.at(IncidentFailure.PLACE_OUTSIDE_COUNTRY, "/place/point",
                    "The point lies outside the country stated, on other land or far at sea.");
        }
    }

    private static void requireArea(boolean known, String pointer) {
        if (!known) {
            throw Failure.at(IncidentFailure.ADMIN_AREA_UNKNOWN, pointer,
                    "No area of this country, or of the larger area stated, has this code.");
        }
    }

    void requireKnownParties(IncidentContent content, Set<String> known) {
        for (int i = 0; i < content.parties().size(); i++) {
            if (!known.contains(content.parties().get(i).party())) {
                throw Failure.at(PartyFailure.PARTY_UNKNOWN, "/parties/" + i + "/party", "No party has this slug.");
            }
        }
    }
}
