package org.harmregistry.incidents.party;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ExternalId;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.PartyFailure;
import org.harmregistry.incidents.record.RecordContent;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** A party as it is written. */
@Schema(name = "PartyContent", description = "A state, coalition, armed group or other side of a conflict, as it is written")
public record Party(
        @Schema(description = "Lasting short name in addresses; required by POST, and by PUT the one in the address", pattern = Party.SLUG, examples = "coalition") String slug,
        @Schema(description = "Name in English or as commonly used", maxLength = 300, required = true) String name,
        @Schema(description = "Name in other languages") List<Name> names,
        @Schema(required = true) PartyKind kind,
        @Schema(description = "Members of a coalition; only a coalition has any") List<Member> members,
        List<ExternalId> externalIds) implements RecordContent {

    static final String SLUG = "[a-z0-9](-?[a-z0-9]){0,62}";
    /** Slugs that would hide an address of the API. */
    private static final Set<String> RESERVED = Set.of("changes", "import", "tallies", "denominators", "statements");

    /** A name in one language. */
    @Schema(name = "PartyName", description = "A name in one language")
    public record Name(
            @Schema(description = "Language tag (BCP 47)", examples = "ar") String language,
            @Schema(maxLength = 300) String name) {

        public Name {
            Fields.language(Fields.required(language, "/language"), "/language");
            Fields.required(name, "/name");
        }
    }

    public Party {
        if (slug != null && (!slug.matches(SLUG) || RESERVED.contains(slug))) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/slug",
                    "1 to 63 of a-z, 0-9 and single hyphens between them, and no word of the API such as changes.");
        }
        Fields.required(name, "/name");
        Fields.required(kind, "/kind");
        names = Fields.list(names, "/names");
        members = Fields.list(members, "/members");
        externalIds = Fields.list(externalIds, "/externalIds");
    }

    @Override
    public void check() {
        Fields.atMost(Fields.MAX_LINE, name, "/name");
        for (int i = 0; i < names.size(); i++) {
            Fields.atMost(Fields.MAX_LINE, names.get(i).name, "/names/" + i + "/name");
        }
        ExternalId.check(externalIds);
        if (!members.isEmpty() && kind != PartyKind.COALITION) {
            throw Failure.at(PartyFailure.MEMBERS_NOT_TAKEN, "/members", "Only a coalition has members.");
        }
        Set<Member> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Fields.ordered(member.firstDay(), member.lastDay(), "/members/" + i);
            if (!seen.add(member) || member.party().equals(slug)) {
                throw Failure.at(PartyFailure.MEMBERS_NOT_TAKEN, "/members/" + i,
                        "A coalition is no member of itself, and a membership stands once.");
            }
        }
    }

    /** The same content under the slug of its address. */
    Party under(String address) {
        return new Party(address, name, names, kind, members, externalIds);
    }
}
