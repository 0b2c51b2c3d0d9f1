package org.harmregistry.incidents;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentFilterReading;
import org.harmregistry.incidents.place.Gazetteer;

/** The query parameters that choose incidents, the same wherever incidents are listed or counted. */
public class IncidentParameters {

    @QueryParam("from")
    @Parameter(description = "First start day, inclusive. The start day alone counts, so that periods add up.", example = "2017-06-06")
    String from;

    @QueryParam("to")
    @Parameter(description = "Last start day, inclusive.", example = "2017-10-17")
    String to;

    @QueryParam("overlaps")
    @Parameter(description = "Incidents that had begun by the second day and were not over before the first.", example = "2017-06-06/2017-10-17")
    String overlaps;

    @QueryParam("country")
    @Parameter(description = "Two letters of ISO 3166-1.", example = "SY")
    String country;

    @QueryParam("admin1")
    @Parameter(description = "Code of the first-order area.", example = "SY11")
    String admin1;

    @QueryParam("admin2")
    @Parameter(description = "Code of the second-order area.", example = "SY1101")
    String admin2;

    @QueryParam("place")
    @Parameter(description = "A place by name, in any language that the gazetteer or a record knows it in. What was understood stands in the answer.", example = "Ar Raqqah town")
    String place;

    @QueryParam("bbox")
    @Parameter(description = "minLon,minLat,maxLon,maxLat in degrees; applied to the point that the reader may see.", example = "38.9,35.9,39.1,36.0")
    String bbox;

    @QueryParam("party")
    @Parameter(description = "Slug of a party that is known or suspected to be responsible; taking part alone does not count.", example = "coalition")
    String party;

    @QueryParam("rule")
    @Parameter(description = "The party's entry was made by one of these rules, with commas between them.", example = "airwars-series-1")
    String rule;

    @QueryParam("gradings")
    @Parameter(description = "Gradings with commas between them, ungraded, or all (the default).", example = "confirmed,fair,ungraded")
    String gradings;

    @QueryParam("minKilled")
    @Parameter(description = "At least so many civilians killed, by the lower bound; 0 to 1,000,000.", example = "1")
    String minKilled;

    @QueryParam("dataset")
    @Parameter(description = "Name of the data set that the record was taken from.", example = "ucdp-ged-syria")
    String dataset;

    @QueryParam("status")
    @Parameter(description = "draft, submitted, accepted or withdrawn.", example = "accepted")
    String status;

    /** @throws org.harmregistry.kit.problem.Failure 400 or 422 with the parameter at fault */
    public IncidentFilter filter(Gazetteer gazetteer) {
        IncidentFilterReading reading = new IncidentFilterReading();
        reading.from(from).to(to).overlaps(overlaps).country(country).admin1(admin1).admin2(admin2)
                .place(place, gazetteer).bbox(bbox).party(party).rules(rule).gradings(gradings).minKilled(minKilled)
                .dataset(dataset).status(status);
        return reading.filter();
    }
}
