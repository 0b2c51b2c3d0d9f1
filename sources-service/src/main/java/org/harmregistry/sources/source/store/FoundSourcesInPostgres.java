package org.harmregistry.sources.source.store;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.archive.Content;
import org.harmregistry.sources.source.domain.FoundSources;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceText;
import org.harmregistry.sources.source.domain.SourceWords;
import org.harmregistry.sources.source.domain.WordsOfSource;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Keeps the words of sources in a table of their own, a row for the record and for each of its texts. */
@ApplicationScoped
class FoundSourcesInPostgres implements FoundSources {

    /** What is kept is the record's own part and the texts that it names; rows of other parts are written anew right after. */
    private static final String FORGET = """
            delete from source_words w
            using jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as k(source uuid, texts jsonb)
            where w.source_id = k.source and not jsonb_exists(k.texts, w.part)
            """;
    private static final String KEEP = """
            insert into source_words (source_id, part, organisation, everybody, words, names)
            select r.source, r.part, r.organisation, r.everybody, array_to_tsvector(string_to_array(r.words, ' ')), r.names
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as r(source uuid, part text, organisation text, everybody boolean, words text, names text)
            on conflict (source_id, part) do update
            set everybody = excluded.everybody, words = excluded.words, names = excluded.names
            """;

    private final JsonReading json;

    FoundSourcesInPostgres(JsonReading json) {
        this.json = json;
    }

    @Override
    public Uni<Void> keep(Mutiny.Session session, Map<Source, List<Content>> texts) {
        if (texts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ArrayNode kept = json.emptyObject().putArray("rows");
        ArrayNode rows = json.emptyObject().putArray("rows");
        texts.forEach((source, sent) -> {
            if (source.version() > 1) {
                kept.addObject().put("source", source.id().toString()).set("texts",
                        json.tree(source.texts().stream().map(SourceText::digest).toList()));
            }
            SourceWords.of(source, sent).forEach(words -> row(rows.addObject(), source, words));
        });
        Uni<Integer> forgotten = kept.isEmpty() ? Uni.createFrom().item(0)
                : session.createNativeQuery(FORGET).setParameter("rows", kept.toString()).executeUpdate();
        return forgotten.chain(() -> session.createNativeQuery(KEEP).setParameter("rows", rows.toString()).executeUpdate())
                .replaceWithVoid();
    }

    private static void row(ObjectNode row, Source source, WordsOfSource words) {
        row.put("source", source.id().toString()).put("part", words.part()).put("organisation", source.organisation())
                .put("everybody", words.everybody()).put("words", words.words()).put("names", words.names());
    }
}
