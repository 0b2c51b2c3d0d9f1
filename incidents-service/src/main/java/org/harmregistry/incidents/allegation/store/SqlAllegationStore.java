package org.harmregistry.incidents.allegation.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.allegation.domain.Allegation;
import org.harmregistry.incidents.allegation.domain.AllegationDocuments;
import org.harmregistry.incidents.allegation.domain.AllegationStore;
import org.harmregistry.incidents.allegation.domain.RecordedTransition;
import org.harmregistry.incidents.record.Terms;
import org.harmregistry.kit.json.JsonReading;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Keeps allegations as documents with counters, and their transitions as rows that are only ever added. */
@ApplicationScoped
public class SqlAllegationStore implements AllegationStore {

    private static final String FIND = "select " + AllegationRows.COLUMNS + AllegationCriteria.INCIDENT_PUBLIC
            + " as incident_public from allegation a where a.id = :id";
    private static final String FIND_LOCKED = FIND + " for no key update of a";
    private static final String FIND_ALL = "select " + AllegationRows.COLUMNS + AllegationCriteria.INCIDENT_PUBLIC
            + " as incident_public from allegation a where a.id in (:ids)";
    private static final String PUBLIC_ABOUT = "select " + AllegationRows.COLUMNS + AllegationCriteria.INCIDENT_PUBLIC
            + " as incident_public from allegation a where a.incident in (:incidents) and a.publication = 'public'"
            + " order by a.id for no key update of a";
    private static final String ABOUT = "select " + AllegationRows.COLUMNS + AllegationCriteria.INCIDENT_PUBLIC
            + " as incident_public from allegation a where a.incident = :incident order by a.id for no key update of a";
    private static final String FIND_AS_OF = "select " + AllegationRows.COLUMNS + AllegationCriteria.SHOWN_TODAY
            + " as incident_public from allegation_as_of(cast(:asOf as timestamptz)) a where a.id = :id";
    private static final String CLAIM = "select cast(pg_advisory_xact_lock(hashtextextended(:claim, :kind)) as text)";
    private static final long CLAIM_OF_ID = 7202600000000301L;
    private static final long CLAIM_OF_DUPLICATES = 7202600000000302L;
    private static final String CREATED_BY = """
            select recorded_by = :subject and creation_digest is not distinct from :digest from allegation where id = :id
            """;
    private static final String ADD = """
            insert into allegation (id, document, received_on, recorded_at, recorded_by, creation_digest, version, updated_at,
                                    party_version, party_updated_at, public_version)
            values (:id, cast(cast(:document as text) as jsonb), :receivedOn, :recordedAt, :subject, :digest, 1, :recordedAt, 1,
                    :recordedAt, 0)
            """;
    private static final String UPDATE = """
            update allegation
            set document = cast(cast(:document as text) as jsonb), received_on = :receivedOn, version = :version,
                updated_at = :updatedAt, party_version = :partyVersion, party_updated_at = :partyUpdatedAt,
                public_version = :publicVersion, public_updated_at = cast(cast(:publicUpdatedAt as text) as timestamptz)
            where id = :id
            """;
    private static final String TRANSITIONS = "select " + AllegationRows.TRANSITION_COLUMNS
            + " from allegation_transition t where t.allegation = :allegation";
    /** Never before the transaction began, like the revision that is written with it. */
    private static final String APPEND = """
            insert into allegation_transition (allegation, number, root, state, on_date, known_on, content, reason, recorded_at,
                                               recorded_by)
            select cast(:allegation as uuid), r."number", r."root", r."state", r."on", r."knownOn", r."content", r."reason",
                   greatest(r."recordedAt", now()), r."recordedBy"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as r("number" integer, "root" integer, "state" text, "on" date, "knownOn" date, "content" jsonb, "reason" text,
                   "recordedAt" timestamptz, "recordedBy" text)
            order by r."number"
            """;
    private static final String REPEATED_BY = """
            with recursive repeated (id) as (
                select cast(:id as uuid)
                union
                select a.duplicate_of from allegation a join repeated r on r.id = a.id where a.duplicate_of is not null)
            select id from repeated
            """;

    private final AllegationRows rows;
    private final AllegationDocuments documents;
    private final JsonReading reading;

    public SqlAllegationStore(AllegationRows rows, AllegationDocuments documents, JsonReading reading) {
        this.rows = rows;
        this.documents = documents;
        this.reading = reading;
    }

    @Override
    public Uni<Allegation> find(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(FIND, Object[].class).setParameter("id", id).getSingleResultOrNull()
                .map(rows::allegation);
    }

    @Override
    public Uni<List<Allegation>> findAll(Mutiny.Session session, Collection<UUID> ids) {
        return session.createNativeQuery(FIND_ALL, Object[].class).setParameter("ids", ids).getResultList()
                .map(found -> found.stream().map(rows::allegation).toList());
    }

    @Override
    public Uni<Allegation> find(Mutiny.Session session, UUID id, Instant asOf) {
        return session.createNativeQuery(FIND_AS_OF, Object[].class).setParameter("id", id)
                .setParameter("asOf", asOf.atOffset(ZoneOffset.UTC))
                .getSingleResultOrNull().map(rows::allegation);
    }

    @Override
    public Uni<Allegation> findLocked(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(FIND_LOCKED, Object[].class).setParameter("id", id).getSingleResultOrNull()
                .map(rows::allegation);
    }

    @Override
    public Uni<List<Allegation>> publicAbout(Mutiny.Session session, Collection<UUID> incidents) {
        return session.createNativeQuery(PUBLIC_ABOUT, Object[].class).setParameter("incidents", incidents).getResultList()
                .map(found -> found.stream().map(rows::allegation).toList());
    }

    @Override
    public Uni<List<Allegation>> about(Mutiny.Session session, UUID incident) {
        return session.createNativeQuery(ABOUT, Object[].class).setParameter("incident", incident).getResultList()
                .map(found -> found.stream().map(rows::allegation).toList());
    }

    @Override
    public Uni<Void> claim(Mutiny.Session session, UUID id) {
        return claim(session, id.toString(), CLAIM_OF_ID);
    }

    @Override
    public Uni<Void> claimDuplicates(Mutiny.Session session, String party) {
        return claim(session, party, CLAIM_OF_DUPLICATES);
    }

    private static Uni<Void> claim(Mutiny.Session session, String claim, long kind) {
        return session.createNativeQuery(CLAIM, String.class).setParameter("claim", claim).setParameter("kind", kind)
                .getSingleResult().replaceWithVoid();
    }

    @Override
    public Uni<Boolean> wasCreatedBy(Mutiny.Session session, UUID id, String subject, String digest) {
        return session.createNativeQuery(CREATED_BY, Boolean.class).setParameter("id", id).setParameter("subject", subject)
                .setParameter("digest", digest).getSingleResult();
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Allegation allegation, String subject, String digest) {
        return session.createNativeQuery(ADD).setParameter("id", allegation.id())
                .setParameter("document", documents.document(allegation).toString())
                .setParameter("receivedOn", allegation.content().receivedOn())
                .setParameter("recordedAt", allegation.recordedAt().atOffset(ZoneOffset.UTC)).setParameter("subject", subject)
                .setParameter("digest", digest).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Void> update(Mutiny.Session session, Allegation allegation) {
        Instant shown = allegation.forEverybody().updatedAt();
        return session.createNativeQuery(UPDATE).setParameter("id", allegation.id())
                .setParameter("document", documents.document(allegation).toString())
                .setParameter("receivedOn", allegation.content().receivedOn())
                .setParameter("version", allegation.whole().version())
                .setParameter("updatedAt", allegation.whole().updatedAt().atOffset(ZoneOffset.UTC))
                .setParameter("partyVersion", allegation.forParty().version())
                .setParameter("partyUpdatedAt", allegation.forParty().updatedAt().atOffset(ZoneOffset.UTC))
                .setParameter("publicVersion", allegation.forEverybody().version())
                .setParameter("publicUpdatedAt", shown == null ? null : shown.toString())
                .executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<List<RecordedTransition>> transitions(Mutiny.Session session, UUID allegation, Instant asOf) {
        String sql = TRANSITIONS + (asOf == null ? "" : " and t.recorded_at <= :asOf") + " order by t.number";
        var query = session.createNativeQuery(sql, Object[].class).setParameter("allegation", allegation);
        return (asOf == null ? query : query.setParameter("asOf", asOf.atOffset(ZoneOffset.UTC))).getResultList()
                .map(found -> found.stream().map(rows::transition).toList());
    }

    @Override
    public Uni<Void> append(Mutiny.Session session, UUID allegation, List<RecordedTransition> entries) {
        ArrayNode added = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> added.add(row(entry)));
        return session.createNativeQuery(APPEND).setParameter("allegation", allegation.toString())
                .setParameter("rows", added.toString()).executeUpdate().replaceWithVoid();
    }

    private ObjectNode row(RecordedTransition entry) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("number", entry.number()).put("root", entry.root()).put("reason", entry.reason())
                .put("recordedAt", entry.recordedAt().toString()).put("recordedBy", entry.recordedBy());
        if (entry.transition() != null) {
            row.put("state", Terms.of(entry.transition().to())).put("on", entry.transition().on().toString())
                    .put("knownOn", entry.transition().knownOn().toString());
            row.set("content", reading.tree(entry.transition()));
        }
        return row;
    }

    @Override
    public Uni<List<UUID>> repeatedBy(Mutiny.Session session, UUID allegation) {
        return session.createNativeQuery(REPEATED_BY, UUID.class).setParameter("id", allegation.toString()).getResultList();
    }
}
