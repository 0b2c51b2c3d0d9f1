package org.harmregistry.sources.source.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.SourceFilter;

/** The conditions of a query for sources {@code s}, put together from fixed fragments; values are always parameters. */
final class SourceCriteria {

    private static final int SHORTEST_BEGINNING = 4;
    private static final int SHORTEST_NAME = 5;
    private static final String CITED_THEN = """
            s.id in (select cast(cited.snapshot ->> 'source' as uuid)
                     from (select distinct on (r.record_id) r.snapshot from revision r
                           where r.collection = 'citations' and r.recorded_at <= cast(:asOf as timestamptz)
                             and r.record_id in (select n.record_id from revision n where n.collection = 'citations'
                                                 and n.snapshot ->> 'incident' = cast(cast(:incident as uuid) as text))
                           order by r.record_id, r.version desc) cited
                     where cited.snapshot ->> 'incident' = cast(cast(:incident as uuid) as text))""";

    private final boolean past;
    private final SourceAudience audience;
    private final List<String> fragments = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * Begins with what the caller may see.
     *
     * @param asOf an effective instant; {@code null} for today
     */
    SourceCriteria(Caller caller, Instant asOf) {
        this.past = asOf != null;
        if (past) {
            parameters.put("asOf", asOf.atOffset(ZoneOffset.UTC));
        }
        this.audience = SourceAudience.of(caller);
        fragments.add(audience.sees(past));
        if (audience.own() != null) {
            parameters.put("own", audience.own());
        }
    }

    SourceCriteria matching(SourceFilter filter) {
        for (int i = 0; i < filter.words().size(); i++) {
            foundBy(filter.words().get(i), i);
        }
        said(filter.said());
        held(filter.held());
        return this;
    }

    /** Words of four letters and more are found by how they begin; names of five and more when spelt a little differently. */
    private void foundBy(String word, int number) {
        int letters = word.codePointCount(0, word.length());
        String quoted = "'" + word.replace("'", "''").replace("\\", "\\\\") + "'";
        String name = "word" + number;
        String alike = letters < SHORTEST_NAME ? "" : " or cast(:spelt" + number + " as text) <% w.names";
        if (!alike.isEmpty()) {
            parameters.put("spelt" + number, word);
        }
        and("s.id in (select w.source_id from source_words w where (w.words @@ cast(cast(:" + name + " as text) as tsquery)"
                + alike + ") and " + audience.finds() + ")", name, letters < SHORTEST_BEGINNING ? quoted : quoted + ":*");
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
        and(audience.updatedAt() + " >= cast(cast(:updatedSince as text) as timestamptz)", "updatedSince",
                held.updatedSince() == null ? null : held.updatedSince().toString());
        and(past ? CITED_THEN : "s.id in (select c.source_id from citation c where c.incident = :incident)", "incident",
                held.incident());
        if (held.externalId() != null && past) {
            and("jsonb_path_exists(s.content, '$.externalIds[*] ? (@.system == $system && @.id == $id)',"
                    + " jsonb_build_object('system', cast(:system as text), 'id', cast(:externalId as text)))", "system",
                    held.externalId().system());
            parameters.put("externalId", held.externalId().id());
        } else if (held.externalId() != null) {
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

    /** What stands behind {@code from}. */
    String source() {
        return past ? "source_as_of(cast(:asOf as timestamptz)) s" : "source s";
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
