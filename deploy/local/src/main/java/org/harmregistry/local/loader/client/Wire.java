package org.harmregistry.local.loader.client;

import java.math.BigDecimal;
import java.util.List;

/** What is sent, field by field as the API names it; null is left out and means unknown. */
public interface Wire {

    /** A record's identity in another system; rows of an import are matched by it. */
    record ExternalId(String system, String id) {
    }

    record PartyBody(String name, String kind, List<ExternalId> externalIds) {
    }

    record IncidentRow(List<ExternalId> externalIds, String title, String summary, Occurred occurred, Place place,
            List<PartyEntry> parties, Harm harm, String dataset, String licence, String attribution, String status,
            String publication) {
    }

    /** @param precision {@code day}, {@code span}, {@code week}, {@code month} or {@code year} */
    record Occurred(String from, String to, String precision) {
    }

    record Place(String name, String country, String admin1, Point point, String accuracy, String provider) {
    }

    record Point(BigDecimal lat, BigDecimal lon) {
    }

    /** @param rule the rule of a suspicion, else null */
    record PartyEntry(String party, String role, String rule) {
    }

    record Harm(Boolean reported, Killed killed, PublishedTotals totalsAsPublished) {
    }

    record Killed(Range civilians) {
    }

    record Range(Integer min, Integer max) {
    }

    /** A data set's own three estimates, kept verbatim even when they are out of order. */
    record PublishedTotals(String scheme, int low, int best, int high) {
    }

    record SourceRow(List<ExternalId> externalIds, String kind, String title, String url, String publisher,
            PublishedOn publishedOn, String language, String medium, List<Text> texts, String dataset, String licence,
            String attribution, String status, String publication) {
    }

    /** @param date null when the precision is {@code unknown} */
    record PublishedOn(String date, String precision, String asPrinted) {
    }

    record Text(String language, String text) {
    }

    record CitationRow(ExternalId source, String incident, String stance, List<Finding> dataQuality) {
    }

    record Finding(String code) {
    }
}
