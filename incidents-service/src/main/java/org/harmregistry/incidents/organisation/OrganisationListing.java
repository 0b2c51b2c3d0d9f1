package org.harmregistry.incidents.organisation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.record.RecordKeeping;
import org.harmregistry.incidents.record.Terms;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;

import io.smallrye.mutiny.Uni;

/** Lists organisations by slug. */
@ApplicationScoped
class OrganisationListing {

    private static final String ALL = "select p from OrganisationRow p where p.slug > :after order by p.slug";
    private static final String OF_KIND = "select p from OrganisationRow p where p.slug > :after and p.kind = :kind order by p.slug";

    private final UnitOfWork unitOfWork;
    private final CursorCodec cursors;

    OrganisationListing(UnitOfWork unitOfWork, CursorCodec cursors) {
        this.unitOfWork = unitOfWork;
        this.cursors = cursors;
    }

    Uni<Page<RecordedOrganisation>> list(RecordKeeping<Organisation, OrganisationRow, RecordedOrganisation> keeping, OrganisationKind kind, PageRequest page) {
        String binding = OrganisationRecords.COLLECTION + " kind=" + Terms.of(kind);
        String after = page.after() == null ? "" : cursors.decode(binding, page.after(), 1).get(0);
        return unitOfWork.run(session -> {
            var query = session.createSelectionQuery(kind == null ? ALL : OF_KIND, OrganisationRow.class)
                    .setParameter("after", after).setMaxResults(page.limit() + 1);
            return (kind == null ? query : query.setParameter("kind", Terms.of(kind))).getResultList();
        }).map(rows -> Page.of(rows, page.limit(), last -> cursors.encode(binding, List.of(last.party())))
                .map(row -> RecordedOrganisation.from(keeping.kept(row))));
    }
}
