package org.harmregistry.incidents.incident.api;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentList;
import org.harmregistry.incidents.place.AdminUnit;
import org.harmregistry.incidents.place.GazetteerPlace;
import org.harmregistry.incidents.place.PlaceQuery;
import org.harmregistry.incidents.place.Understanding;
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
            @Schema(description = "same_name: it is a name of what stands here, however transliterated. without_qualifier: it is one once words such as Governorate, or what follows a comma, are left out. similar_spelling: nothing bears the name; what stands here is spelt much like it, and nothing is listed for it. Absent: nothing is known.") Understanding understanding,
            @Schema(description = "How alike the names are, 0 to 1; 1 unless the spelling is only similar.") Double score,
            @Schema(description = "Names in the gazetteer and in records that are the same; empty if nothing is.") List<String> matched,
            @Schema(description = "The country that bears the name, two letters of ISO 3166-1; incidents in it are listed.") String country,
            @Schema(description = "Administrative areas that bear the name; incidents in them are listed, too.") List<AdminUnit> units,
            @Schema(description = "Populated places that bear the name, what is most likely meant first, at most 10; incidents at places with one of their names are listed.") List<GazetteerPlace> places) {

        static UnderstoodPlace of(PlaceQuery place, List<String> ownNames) {
            Stream<String> known = place.isGuess() ? Stream.of()
                    : Stream.concat(place.places().stream().map(GazetteerPlace::name),
                            place.units().stream().map(AdminUnit::name));
            return new UnderstoodPlace(place.input(), place.understanding(),
                    place.understanding() == null ? null : place.score(),
                    Stream.concat(known, ownNames.stream()).distinct().toList(), place.country(), place.units(),
                    place.places());
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
