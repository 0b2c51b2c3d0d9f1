package org.harmregistry.incidents.incident.domain;

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

    public IncidentRules(Gazetteer gazetteer, KnownParties parties) {
        this.gazetteer = gazetteer;
        this.parties = parties;
    }

    /** Fails with 422 unless the content names only parties and areas that are known. */
    public Uni<Void> check(Mutiny.Session session, IncidentContent content) {
        requireKnownArea(content.place());
        return knownParties(session, List.of(content)).invoke(known -> requireKnownParties(content, known)).replaceWithVoid();
    }

    /** Those of all named parties that the registry knows. */
    Uni<Set<String>> knownParties(Mutiny.Session session, Collection<IncidentContent> contents) {
        Set<String> named = contents.stream().flatMap(content -> content.parties().stream()).map(PartyInvolvement::party)
                .collect(Collectors.toSet());
        return named.isEmpty() ? Uni.createFrom().item(Set.of()) : parties.among(session, named);
    }

    void requireKnownArea(Place place) {
        if (place == null || place.country() == null) {
            return;
        }
        if (place.admin1() != null && !gazetteer.mayBeIn(place.country(), place.admin1())) {
            throw Failure.at(IncidentFailure.ADMIN_AREA_UNKNOWN, "/place/admin1", "No area of this country has this code.");
        }
        GeoPoint point = place.point();
        if (point != null && !gazetteer.mayBeIn(place.country(), point.lat(), point.lon())) {
            throw Failure.at(IncidentFailure.PLACE_OUTSIDE_COUNTRY, "/place/point",
                    "The point lies outside the country stated, on other land or far at sea.");
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
