package org.harmregistry.incidents.party;

import static org.harmregistry.kit.csv.CsvColumn.json;
import static org.harmregistry.kit.csv.CsvColumn.number;
import static org.harmregistry.kit.csv.CsvColumn.text;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

/** What is particular about keeping parties: their key is the slug, and admins write them. */
@ApplicationScoped
class PartyRecords implements SluggedKind<Party, PartyRow, RecordedParty> {

    static final String COLLECTION = "parties";

    private static final CsvColumns COLUMNS = new CsvColumns(List.of(
            text("id", "#meta+id"), text("slug", "#group+code"), text("name", "#group+name"),
            json("names", "#group+name+translated"), text("kind", "#group+type"), json("members", "#group+members"),
            json("externalIds", "#meta+id+external"), number("version", "#meta+version"),
            text("recordedAt", "#date+recorded"), text("updatedAt", "#date+updated")));

    private final Parties parties;

    PartyRecords(Parties parties) {
        this.parties = parties;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<Party> contentType() {
        return Party.class;
    }

    @Override
    public Class<PartyRow> rowType() {
        return PartyRow.class;
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
    public Object newKey(Party content) {
        return Fields.required(content.slug(), "/slug");
    }

    @Override
    public Failure met() {
        return Failure.at(PartyFailure.SLUG_TAKEN, "/slug", PartyFailure.SLUG_TAKEN.title() + ".");
    }

    @Override
    public PartyRow row(Object key, String party, Party content, Keeping keeping) {
        return new PartyRow((String) key, UuidVersion7Strategy.INSTANCE.generateUuid(null), keeping);
    }

    @Override
    public PartyRow past(UUID id, String party, Party content, Keeping keeping) {
        return new PartyRow(party, id, keeping);
    }

    @Override
    public String address(PartyRow row) {
        return "/api/v1/parties/" + row.party();
    }

    @Override
    public CsvColumns columns() {
        return COLUMNS;
    }

    @Override
    public String slugOf(Party content) {
        return content.slug();
    }

    @Override
    public Party under(String slug, Party content) {
        return content.under(slug);
    }

    @Override
    public RecordedParty shown(Kept<Party, PartyRow> kept) {
        return RecordedParty.from(kept);
    }

    @Override
    public Uni<Void> checkReferences(Mutiny.Session session, PartyRow row, Party content) {
        if (content.slug() != null && !content.slug().equals(row.party())) {
            throw Failure.at(PartyFailure.SLUG_DIFFERS, "/slug", "A party keeps its slug: " + row.party() + ".");
        }
        if (content.members().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<String> slugs = content.members().stream().map(Member::party).collect(Collectors.toSet());
        return parties.known(session, slugs).invoke(known -> {
            for (int i = 0; i < content.members().size(); i++) {
                String member = content.members().get(i).party();
                if (!known.contains(member) || member.equals(row.party())) {
                    throw Failure.at(PartyFailure.PARTY_UNKNOWN, "/members/" + i + "/party",
                            "There is no other party with the slug of this member.");
                }
            }
        }).replaceWithVoid();
    }
}
