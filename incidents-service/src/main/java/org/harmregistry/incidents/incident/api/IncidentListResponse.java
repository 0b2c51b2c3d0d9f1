package org.harmregistry.incidents.incident.api;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentList;
import org.harmregistry.incidents.place.AdminUnit;
import org.harmregistry.incidents.place.PlaceQuery;
import org.harmregistry.kit.paging.Page;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A page of incidents. */
@Schema(name = "IncidentList")
public record IncidentListResponse(List<IncidentResponse> items, Page.Position page,
        @Schema(description = "How many there are on all pages; only with count=exact.") Long count,
        @Schema(description = "What was made of a place given by name; only with place.") Understood understood,
        @Schema(description = "The instant as of which the registry was asked; only with asOf.") Instant asOf) {

    /** How a question was understood. */
    @Schema(name = "UnderstoodQuestion")
    public record Understood(UnderstoodPlace place) {
    }

    /** What was made of a place's name. */
    @Schema(name = "UnderstoodPlace")
    public record UnderstoodPlace(@Schema(description = "The name as given.") String input,
            @Schema(description = "Names in the gazetteer and in records that are the same; empty if nothing is.") List<String> matched,
            @Schema(description = "Administrative areas that bear the name; incidents in them are listed, too.") List<AdminUnit> units) {

        static UnderstoodPlace of(PlaceQuery place, List<String> ownNames) {
            List<String> names = Stream.concat(place.units().stream().map(AdminUnit::name), ownNames.stream()).distinct()
                    .toList();
            return new UnderstoodPlace(place.input(), names, place.units());
        }
    }

    /** The members behind the items, which are written by themselves. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BehindItems(Page.Position page, Long count, Understood understood, Instant asOf) {
    }

    static BehindItems behindItems(IncidentList list, IncidentFilter filter) {
        Understood understood = filter.place() == null ? null
                : new Understood(UnderstoodPlace.of(filter.place(), list.placeNames()));
        return new BehindItems(list.page().page(), list.count(), understood, filter.asOf());
    }
}
