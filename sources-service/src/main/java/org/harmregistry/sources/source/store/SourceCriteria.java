package org.harmregistry.sources.source.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.SourceFilter;

/** The conditions of a query for {@code source s}, put together from fixed fragments; values are always parameters. */
final class SourceCriteria {

    private final SourceAudience audience;
    private final List<String> fragments = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Begins with what the caller may see. */
    SourceCriteria(Caller caller) {
        this.audience = SourceAudience.of(caller);
        fragments.add(audience.sees());
        if (audience.organisation() != null) {
            parameters.put("own", audience.organisation());
        }
    }

    SourceCriteria matching(SourceFilter filter) {
        said(filter.said());
        held(filter.held());
        return this;
    }

    private void said(SourceFilter.Said said) {
        and("s.kind = :kind", "kind", term(said.kind()));
        and("(s.language = :language or starts_with(s.language, cast(:language as text) || '-'))", "language", said.language());
        and("s.publisher = :publisher", "publisher", said.publisher());
        and("s.published_on >= :from", "from", said.from());
        and("s.published_on <= :to", "to", said.to());
        and("s.reliability = :reliability", "reliability", said.reliability() == null ? null : said.reliability().name());
        and("s.credibility = :credibility", "credibility", said.credibility());
        and("jsonb_exists(s.content -> 'sensitivity', :sensitivity)", "sensitivity", term(said.sensitivity()));
    }

    private void held(SourceFilter.Held held) {
        and("s.dataset = :dataset", "dataset", held.dataset());
        and("s.organisation = :organisation", "organisation", held.organisation());
        and("s.status = :status", "status", term(held.status()));
        and("s.publication = :publication", "publication", term(held.publication()));
        and("s.updated_at >= cast(cast(:updatedSince as text) as timestamptz)", "updatedSince",
                held.updatedSince() == null ? null : held.updatedSince().toString());
        and("s.id in (select c.source_id from citation c where c.incident = :incident)", "incident", held.incident());
        if (held.externalId() != null) {
            and("s.id in (select h.source_id from source_external_id h"
                    + " where h.system = :system and h.external_id = :externalId)", "system", held.externalId().system());
            parameters.put("externalId", held.externalId().id());
        }
    }

    /** Adds a condition on a value; a value of {@code null} asks nothing. */
    SourceCriteria and(String fragment, String name, Object value) {
        if (value != null) {
            fragments.add(fragment);
            parameters.put(name, value);
        }
        return this;
    }

    SourceAudience audience() {
        return audience;
    }

    String sql() {
        return String.join(" and ", fragments);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private static String term(Enum<?> word) {
        return word == null ? null : word.name().toLowerCase(Locale.ROOT);
    }
}
