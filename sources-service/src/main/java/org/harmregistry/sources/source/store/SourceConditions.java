package org.harmregistry.sources.source.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.Publication;
import org.harmregistry.sources.source.domain.SourceFilter;
import org.harmregistry.sources.source.domain.SourceStatus;
import org.hibernate.reactive.mutiny.Mutiny;

/** The conditions of a query for sources, put together from fixed fragments; values are always parameters. */
final class SourceConditions {

    private static final String PUBLIC = "s.status = :accepted and s.publication = :public";

    private final List<String> fragments = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private SourceConditions() {
    }

    /** Begins with what the caller may see. */
    static SourceConditions visibleTo(Caller caller) {
        SourceConditions conditions = new SourceConditions();
        if (caller.readsAll()) {
            return conditions.and("(s.consent.keptOnly = false or s.organisation = :own)", "own",
                    caller.organisation() == null ? "" : caller.organisation());
        }
        conditions.parameters.put("accepted", SourceStatus.ACCEPTED);
        conditions.parameters.put("public", Publication.PUBLIC);
        if (caller.organisation() == null) {
            conditions.fragments.add(PUBLIC);
        } else {
            conditions.and("(" + PUBLIC + " or s.organisation = :own)", "own", caller.organisation());
        }
        return conditions;
    }

    SourceConditions matching(SourceFilter filter) {
        and("s.kind = :kind", "kind", filter.kind());
        and("s.publisher = :publisher", "publisher", filter.publisher());
        and("s.publishedOn >= :from", "from", filter.from());
        and("s.publishedOn <= :to", "to", filter.to());
        and("s.dataset = :dataset", "dataset", filter.dataset());
        if (filter.externalId() != null) {
            and("s.id in (select h.sourceId from HeldExternalId h where h.key.system = :system and h.key.externalId = :externalId)",
                    "system", filter.externalId().system());
            parameters.put("externalId", filter.externalId().id());
        }
        return this;
    }

    /** Adds a condition on a value; a value of {@code null} asks nothing. */
    SourceConditions and(String fragment, String name, Object value) {
        if (value != null) {
            fragments.add(fragment);
            parameters.put(name, value);
        }
        return this;
    }

    String query() {
        return matched() + " order by s.id";
    }

    String countQuery() {
        return "select count(s) " + matched();
    }

    private String matched() {
        return "from Source s " + (fragments.isEmpty() ? "" : "where " + String.join(" and ", fragments));
    }

    <T> Mutiny.SelectionQuery<T> applyTo(Mutiny.SelectionQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
