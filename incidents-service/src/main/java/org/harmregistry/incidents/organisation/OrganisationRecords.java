package org.harmregistry.incidents.organisation;

import static org.harmregistry.kit.csv.CsvColumn.json;
import static org.harmregistry.kit.csv.CsvColumn.number;
import static org.harmregistry.kit.csv.CsvColumn.text;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.Keeping;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.PartyFailure;
import org.harmregistry.incidents.record.SluggedKind;
import org.harmregistry.kit.csv.CsvColumns;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What is particular about keeping organisations: their key is the slug, and admins write them. */
@ApplicationScoped
class OrganisationRecords implements SluggedKind<Organisation, OrganisationRow, RecordedOrganisation> {

    static final String COLLECTION = "organisations";

    private static final CsvColumns COLUMNS = new CsvColumns(List.of(
            text("id", "#meta+id"), text("slug", "#org+code"), text("name", "#org+name"),
            json("names", "#org+name+translated"), text("kind", "#org+type"), text("url", "#org+url"),
            json("externalIds", "#meta+id+external"), number("version", "#meta+version"),
            text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<Organisation> contentType() {
        return Organisation.class;
    }

    @Override
    public Class<OrganisationRow> rowType() {
        return OrganisationRow.class;
    }

    @Override
    public Set<String> derived() {
        return Set.of();
    }

    @Override
    public String[] writers() {
        return new String[] { Role.ADMIN };
    }

    @Override
    public Object newKey(Organisation content) {
        return Fields.required(content.slug(), "/slug");
    }

    @Override
    public Failure met() {
        return Failure.at(OrganisationFailure.ORGANISATION_SLUG_TAKEN, "/slug", "Another organisation has this slug.");
    }

    @Override
    public OrganisationRow row(Object key, String party, Organisation content, Keeping keeping) {
        return new OrganisationRow((String) key, UuidVersion7Strategy.INSTANCE.generateUuid(null), keeping);
    }

    @Override
    public OrganisationRow past(UUID id, String slug, Organisation content, Keeping keeping) {
        return new OrganisationRow(slug, id, keeping);
    }

    @Override
    public String address(OrganisationRow row) {
        return "/api/v1/organisations/" + row.party();
    }

    @Override
    public CsvColumns columns() {
        return COLUMNS;
    }

    @Override
    public String slugOf(Organisation content) {
        return content.slug();
    }

    @Override
    public Organisation under(String slug, Organisation content) {
        return content.under(slug);
    }

    @Override
    public RecordedOrganisation shown(Kept<Organisation, OrganisationRow> kept) {
        return RecordedOrganisation.from(kept);
    }

    @Override
    public Uni<Void> checkReferences(Mutiny.Session session, OrganisationRow row, Organisation content) {
        if (content.slug() != null && !content.slug().equals(row.party())) {
            throw Failure.at(PartyFailure.SLUG_DIFFERS, "/slug", "An organisation keeps its slug: " + row.party() + ".");
        }
        return Uni.createFrom().voidItem();
    }
}
