package org.harmregistry.incidents;

import java.time.Instant;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentFilterReading;
import org.harmregistry.incidents.place.Gazetteer;
import org.harmregistry.kit.history.AsOf;

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

    @QueryParam("near")
    @Parameter(description = "latitude,longitude in degrees, with radius; applied to the point that the reader may see.", example = "35.95,39.01")
    String near;

    @QueryParam("radius")
    @Parameter(description = "Metres from near, 1 to 500,000, or kilometres with km behind.", example = "5km")
    String radius;

    @QueryParam("party")
    @Parameter(description = "Slug of a party that is known or suspected to be responsible; taking part alone does not count.", example = "coalition")
    String party;

    @QueryParam("rule")
    @Parameter(description = "The party's entry was made by one of these rules, with commas between them.", example = "airwars-series-1")
    String rule;

    @QueryParam("assessment")
    @Parameter(description = "The party's own assessment of an allegation about the incident is one of these, with commas between them.", example = "non_credible")
    String assessment;

    @QueryParam("gradings")
    @Parameter(description = "Gradings with commas between them, ungraded, or all (the default).", example = "confirmed,fair,ungraded")
    String gradings;

    @QueryParam("minKilled")
    @Parameter(description = "At least so many civilians killed, by the lower bound; 0 to 1,000,000.", example = "1")
    String minKilled;

    @QueryParam("civilianHarm")
    @Parameter(description = "yes or no: whether any source reports harm to civilians.", example = "yes")
    String civilianHarm;

    @QueryParam("strikeStatus")
    @Parameter(description = "One of these strike statuses, with commas between them.", example = "declared_strike,likely_strike")
    String strikeStatus;

    @QueryParam("strikeType")
    @Parameter(description = "At least one of these types, with commas between them.", example = "airstrike")
    String strikeType;

    @QueryParam("infrastructure")
    @Parameter(description = "At least one of these was hit, or a kind of one of these, with commas between them: healthcare finds hospitals, too.", example = "market,hospital")
    String infrastructure;

    @QueryParam("q")
    @Parameter(description = "Words that all occur in titles, summaries or names of the place, in English or Arabic, tolerant of transliteration. Nothing in it is an operator.", example = "market raqqa")
    String q;

    @QueryParam("organisation")
    @Parameter(description = "Whose records.")
    String organisation;

    @QueryParam("dataset")
    @Parameter(description = "Name of the data set that the record was taken from.", example = "ucdp-ged-syria")
    String dataset;

    @QueryParam("status")
    @Parameter(description = "draft, submitted, accepted, withdrawn or merged; merged ones are left out unless asked for.", example = "accepted")
    String status;

    @QueryParam("updatedSince")
    @Parameter(description = "Changed at or after this instant (RFC 3339), as far as the reader can see. The change feed misses nothing; this may.", example = "2026-11-23T20:00:00Z")
    String updatedSince;

    @QueryParam("asOf")
    @Parameter(description = AsOf.PARAMETER, example = "2026-11-23T20:00:00Z")
    String asOf;

    /** @throws org.harmregistry.kit.problem.Failure 400 or 422 with the parameter at fault */
    public IncidentFilter filter(Gazetteer gazetteer) {
        IncidentFilterReading reading = new IncidentFilterReading();
        reading.from(from).to(to).overlaps(overlaps).country(country).admin1(admin1).admin2(admin2)
                .place(place, gazetteer).bbox(bbox).near(near, radius).party(party).rules(rule).assessments(assessment)
                .gradings(gradings).minKilled(minKilled).civilianHarm(civilianHarm).strike(strikeStatus, strikeType)
                .infrastructure(infrastructure).search(q).organisation(organisation).dataset(dataset).status(status)
                .updatedSince(updatedSince);
        return reading.filter();
    }

    /** The instant asked for; {@code null} for today. */
    public Instant asOf() {
        return AsOf.parameter(asOf);
    }
}
