package org.harmregistry.incidents.organisation;

import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ExternalId;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.RecordContent;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** An organisation as it is written. It names no person and no way to reach one. */
@Schema(name = "OrganisationContent", description = "An organisation that keeps, publishes or uses records, as it is written")
public record Organisation(
        @Schema(description = "Lasting short name, the one that records and tokens name; required by POST, and by PUT the one in the address", pattern = Organisation.SLUG, examples = "org-a") String slug,
        @Schema(description = "Name in English or as commonly used", maxLength = 300, required = true) String name,
        @Schema(description = "Name in other languages") List<Name> names,
        @Schema(required = true) OrganisationKind kind,
        @Schema(description = "Its page on the web, http or https", maxLength = 2000) String url,
        List<ExternalId> externalIds) implements RecordContent {

    static final String SLUG = "[a-z0-9](-?[a-z0-9]){0,62}";
    /** Slugs that would hide an address of the API. */
    private static final Set<String> RESERVED = Set.of("changes", "import");

    /** A name in one language. */
    @Schema(name = "OrganisationName", description = "A name in one language")
    public record Name(
            @Schema(description = "Language tag (BCP 47)", examples = "ar") String language,
            @Schema(maxLength = 300) String name) {

        public Name {
            Fields.language(Fields.required(language, "/language"), "/language");
            Fields.required(name, "/name");
        }
    }

    public Organisation {
        if (slug != null && (!slug.matches(SLUG) || RESERVED.contains(slug))) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/slug",
                    "1 to 63 of a-z, 0-9 and single hyphens between them, and no word of the API such as changes.");
        }
        Fields.required(name, "/name");
        Fields.required(kind, "/kind");
        Fields.url(url, "/url");
        names = Fields.list(names, "/names");
        externalIds = Fields.list(externalIds, "/externalIds");
    }

    @Override
    public void check() {
        Fields.atMost(Fields.MAX_LINE, name, "/name");
        for (int i = 0; i < names.size(); i++) {
            Fields.atMost(Fields.MAX_LINE, names.get(i).name, "/names/" + i + "/name");
        }
        ExternalId.check(externalIds);
    }

    /** The same content under the slug of its address. */
    Organisation under(String address) {
        return new Organisation(address, name, names, kind, url, externalIds);
    }
}
