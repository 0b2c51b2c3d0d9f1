package org.harmregistry.incidents.incident.domain;

import java.time.LocalDate;
import java.util.List;

import org.harmregistry.incidents.place.PlaceQuery;

/** Makes an {@link IncidentFilter}, part by part. */
public final class IncidentFilterBuilder {

    private LocalDate from;
    private LocalDate to;
    private LocalDate overlapsFrom;
    private LocalDate overlapsTo;
    private String country;
    private String admin1;
    private String admin2;
    private PlaceQuery place;
    private BoundingBox bbox;
    private String party;
    private List<String> rules;
    private GradingChoice gradings;
    private Integer minKilled;
    private String dataset;
    private IncidentStatus status;

    public IncidentFilterBuilder from(LocalDate value) {
        this.from = value;
        return this;
    }

    public IncidentFilterBuilder to(LocalDate value) {
        this.to = value;
        return this;
    }

    public IncidentFilterBuilder overlaps(LocalDate first, LocalDate last) {
        this.overlapsFrom = first;
        this.overlapsTo = last;
        return this;
    }

    public IncidentFilterBuilder country(String value) {
        this.country = value;
        return this;
    }

    public IncidentFilterBuilder admin1(String value) {
        this.admin1 = value;
        return this;
    }

    public IncidentFilterBuilder admin2(String value) {
        this.admin2 = value;
        return this;
    }

    public IncidentFilterBuilder place(PlaceQuery value) {
        this.place = value;
        return this;
    }

    public IncidentFilterBuilder bbox(BoundingBox value) {
        this.bbox = value;
        return this;
    }

    public IncidentFilterBuilder party(String value) {
        this.party = value;
        return this;
    }

    public IncidentFilterBuilder rules(List<String> value) {
        this.rules = value;
        return this;
    }

    public IncidentFilterBuilder gradings(GradingChoice value) {
        this.gradings = value;
        return this;
    }

    public IncidentFilterBuilder minKilled(Integer value) {
        this.minKilled = value;
        return this;
    }

    public IncidentFilterBuilder dataset(String value) {
        this.dataset = value;
        return this;
    }

    public IncidentFilterBuilder status(IncidentStatus value) {
        this.status = value;
        return this;
    }

    /** @throws org.harmregistry.kit.problem.Failure 422 {@code range_inverted} if a period ends before it begins */
    public IncidentFilter build() {
        return new IncidentFilter(from, to, overlapsFrom, overlapsTo, country, admin1, admin2, place, bbox, party, rules,
                gradings, minKilled, dataset, status);
    }
}
