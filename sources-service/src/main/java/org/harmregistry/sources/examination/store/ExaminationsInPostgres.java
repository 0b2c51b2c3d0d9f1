package org.harmregistry.sources.examination.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.sources.attachment.domain.AttachmentKnowledge.NotMade;
import org.harmregistry.sources.examination.domain.Examinations;
import org.harmregistry.sources.examination.domain.Examined.Checked;
import org.harmregistry.sources.examination.domain.Token;
import org.harmregistry.sources.inspection.domain.InspectionFinding;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

/** Examinations by native statements: claims are taken so that no two workers wait for each other. */
@ApplicationScoped
class ExaminationsInPostgres implements Examinations {

    private static final String DEMAND = """
            insert into attachment_examination (attachment_id, due_at, attempts, findings, not_made)
            values (:attachment, now(), 0, '[]', '[]')
            on conflict on constraint attachment_examination_pk do update set due_at = now(), attempts = 0
            """;
    private static final String CLAIM = """
            update attachment_examination
            set claimed_by = :token, claimed_until = now() + cast(cast(:lease as text) as interval), attempts = attempts + 1
            where attachment_id = (select attachment_id from attachment_examination
                                   where due_at <= now() and (claimed_until is null or claimed_until < now())
                                   order by due_at limit 1 for update skip locked)
            returning attachment_id, attempts, due_at
            """;
    private static final String HOLDS = """
            select claimed_by is not distinct from :token from attachment_examination
            where attachment_id = :attachment for update
            """;
    /** What was demanded while the work went on stays due. */
    private static final String COMPLETE = """
            update attachment_examination
            set due_at = case when attempts = 0 then due_at end, claimed_by = null, claimed_until = null, cause = null,
                findings = cast(cast(:findings as text) as jsonb), not_made = cast(cast(:notMade as text) as jsonb),
                examined_at = now()
            where attachment_id = :attachment
            """;
    private static final String POSTPONE = """
            update attachment_examination
            set due_at = now() + cast(nullif(cast(:wait as text), '') as interval), claimed_by = null, claimed_until = null, cause = :cause
            where attachment_id = :attachment and claimed_by = :token
            """;
    private static final String KEEP_CHECK = """
            insert into attachment_check (attachment_id, kind, timestamp_id, outcome, detail, checked_at)
            values (:attachment, :kind, cast(nullif(cast(:timestamp as text), '') as uuid), :outcome, :detail, :at)
            """;
    private static final String KEEP_TOKEN = """
            insert into attachment_timestamp (id, attachment_id, token, token_digest, recorded_at, recorded_by)
            values (:id, :attachment, decode(:token, 'hex'), :digest, :at, :actor)
            on conflict on constraint attachment_timestamp_attachment_token_digest_uq do nothing
            """;
    private static final String TOKENS = "select id, encode(token, 'hex') from attachment_timestamp "
            + "where attachment_id = :attachment order by id";

    private final ObjectMapper mapper;

    ExaminationsInPostgres(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Uni<Void> demand(Mutiny.Session session, UUID attachment) {
        return session.createNativeQuery(DEMAND).setParameter("attachment", attachment).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Claim> claim(Mutiny.Session session, UUID token, Duration lease) {
        return session.createNativeQuery(CLAIM, Object[].class).setParameter("token", token)
                .setParameter("lease", lease.toString()).getResultList()
                .map(rows -> rows.isEmpty() ? null
                        : new Claim(token, (UUID) rows.get(0)[0], ((Number) rows.get(0)[1]).intValue()));
    }

    @Override
    public Uni<Boolean> holds(Mutiny.Session session, Claim claim) {
        return session.createNativeQuery(HOLDS, Boolean.class).setParameter("token", claim.token())
                .setParameter("attachment", claim.attachment()).getSingleResult();
    }

    @Override
    public Uni<Void> complete(Mutiny.Session session, Claim claim, List<InspectionFinding> findings, List<NotMade> notMade) {
        return session.createNativeQuery(COMPLETE).setParameter("attachment", claim.attachment())
                .setParameter("findings", mapper.valueToTree(findings).toString())
                .setParameter("notMade", mapper.valueToTree(notMade).toString()).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Void> postpone(Mutiny.Session session, Claim claim, Duration wait, String cause) {
        return session.createNativeQuery(POSTPONE).setParameter("attachment", claim.attachment())
                .setParameter("token", claim.token()).setParameter("wait", wait == null ? "" : wait.toString())
                .setParameter("cause", cause).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Void> keep(Mutiny.Session session, UUID attachment, Checked checked, Instant at) {
        return session.createNativeQuery(KEEP_CHECK).setParameter("attachment", attachment)
                .setParameter("kind", checked.result().kind().word())
                .setParameter("timestamp", checked.timestamp() == null ? "" : checked.timestamp().toString())
                .setParameter("outcome", checked.result().outcome().word()).setParameter("detail", checked.result().detail())
                .setParameter("at", at.atOffset(ZoneOffset.UTC)).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<List<Token>> tokens(Mutiny.Session session, UUID attachment) {
        return session.createNativeQuery(TOKENS, Object[].class).setParameter("attachment", attachment).getResultList()
                .map(rows -> rows.stream().map(row -> new Token((UUID) row[0], HexFormat.of().parseHex((String) row[1])))
                        .toList());
    }

    @Override
    public Uni<Boolean> keep(Mutiny.Session session, UUID attachment, Token token, String digest, String actor, Instant at) {
        return session.createNativeQuery(KEEP_TOKEN).setParameter("id", token.id()).setParameter("attachment", attachment)
                .setParameter("token", HexFormat.of().formatHex(token.bytes())).setParameter("digest", digest)
                .setParameter("at", at.atOffset(ZoneOffset.UTC)).setParameter("actor", actor)
                .executeUpdate().map(rows -> rows == 1);
    }
}
