package org.harmregistry.incidents.record;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import org.harmregistry.incidents.exchange.SameSaid;
import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Records that go by a slug as an import takes them: matched by it, whoever recorded them. */
final class ImportedSlugs<C extends RecordContent, R extends StoredRecord<C>, V extends RecordView>
        extends ImportedKind<C, C, R, V> {

    private static final String SLUG = "slug";

    private final SluggedKind<C, R, V> kind;

    ImportedSlugs(RecordTools tools, SluggedKind<C, R, V> kind, Caller caller) {
        super(tools, kind, caller);
        this.kind = kind;
    }

    @Override
    public C read(ObjectNode row, boolean exported) {
        C content = exported ? reading.ofSnapshot(row) : reading.whole(row);
        Fields.required(kind.slugOf(content), "/slug");
        return content;
    }

    @Override
    public List<RowKey> keys(C content) {
        return List.of(new RowKey(SLUG, kind.slugOf(content)));
    }

    @Override
    public Uni<R> locked(Mutiny.Session session, UUID id) {
        return session.createNativeQuery("select r.slug from " + kind.rowType().getAnnotation(Table.class).name()
                + " r where r.id = :id", String.class).setParameter("id", id).getSingleResultOrNull()
                .chain(slug -> slug == null ? Uni.createFrom().nullItem()
                        : session.find(kind.rowType(), slug, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Uni<Set<UUID>> bearing(Mutiny.Session session, C content) {
        return session.find(kind.rowType(), kind.slugOf(content))
                .map(record -> record == null ? Set.of() : Set.of(record.id()));
    }

    @Override
    public boolean isSaidBy(R record, C content) {
        C recorded = kind.under(record.party(), keeping.kept(record).content());
        return SameSaid.of(tools.json.tree(content), tools.json.tree(recorded));
    }

    @Override
    public Uni<R> create(Mutiny.Session session, C content) {
        return keeping.add(session, caller, kind.newKey(content), null, content);
    }

    @Override
    public Uni<R> correct(Mutiny.Session session, R record, C content) {
        return keeping.correct(session, caller, record, content).replaceWith(record);
    }
}
