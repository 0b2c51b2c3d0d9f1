package org.harmregistry.incidents.allegation.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.incidents.allegation.domain.AllegationFilter;
import org.harmregistry.incidents.allegation.domain.AllegationQueries;
import org.harmregistry.incidents.record.Terms;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The condition that a query on {@code allegation a} asks: what the caller may see, and what the filter means. It is put
 * together from fixed fragments; values travel as parameters only.
 */
final class AllegationCriteria {

    /** True if everybody may read the incident of an allegation, or it has none. */
    static final String INCIDENT_PUBLIC = "(a.incident is null or exists (select 1 from incident i where i.id = a.incident"
            + " and i.status = 'accepted' and i.publication = 'public'))";
    /** Of a past state: also if it is withheld today, or about an incident that is, nobody is shown more than then. */
    static final String SHOWN_TODAY = "(a.publication_today = 'public' and " + INCIDENT_PUBLIC
            + " and (a.incident_today is null or exists (select 1 from incident n where n.id = a.incident_today"
            + " and n.status = 'accepted' and n.publication = 'public')))";

    private final Instant asOf;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** What a caller may see, as of an instant or today. */
    AllegationCriteria(Caller caller, Instant asOf) {
        this.asOf = asOf;
        if (asOf != null) {
            parameters.put("asOf", asOf.atOffset(ZoneOffset.UTC));
        }
        String everybody = "(a.publication = 'public' and " + shown() + ")";
        if (caller.readsAll()) {
            conditions.add("true");
        } else if (caller.has(Role.PARTY) && caller.organisation() != null) {
            and("(a.party = :speaker or " + everybody + ")", "speaker", caller.organisation());
        } else {
            conditions.add(everybody);
        }
    }

    AllegationCriteria(Caller caller, AllegationFilter filter, Instant asOf) {
        this(caller, asOf);
        and("a.incident = :incident", "incident", filter.incident());
        if (filter.incident() != null && !caller.readsAll()) {
            conditions.add(shown());
        }
        and("a.party = :party", "party", filter.party());
        and("a.state = :state", "state", Terms.of(filter.state()));
        and("a.channel = :channel", "channel", Terms.of(filter.channel()));
        and("a.received_on >= :from", "from", filter.from());
        and("a.received_on <= :to", "to", filter.to());
        and("a.reference = :reference", "reference", filter.reference());
        and("a.publication = :publication", "publication", Terms.of(filter.publication()));
    }

    /** Only what stands behind a position in the order of lists. */
    AllegationCriteria after(AllegationQueries.Position position) {
        if (position != null) {
            conditions.add("(a.received_on, a.id) > (:afterReceivedOn, :afterId)");
            parameters.put("afterReceivedOn", position.receivedOn());
            parameters.put("afterId", position.id());
        }
        return this;
    }

    AllegationCriteria and(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /** What is read from: the table, or what it was at an instant. */
    String source() {
        return asOf == null ? "allegation a" : "allegation_as_of(cast(:asOf as timestamptz)) a";
    }

    /** True if an allegation's incident lets everybody see it. */
    String shown() {
        return asOf == null ? INCIDENT_PUBLIC : SHOWN_TODAY;
    }

    String sql() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
