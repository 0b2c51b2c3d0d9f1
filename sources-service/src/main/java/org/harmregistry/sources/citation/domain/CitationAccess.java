package org.harmregistry.sources.citation.domain;

import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.sources.source.domain.SourceAccess;

/** In which view a citation is shown. Whether it is shown at all depends on its source, see {@link SourceAccess}. */
public final class CitationAccess {

    private CitationAccess() {
    }

    /** The entity tag of a citation in the caller's view. */
    public static String tag(Citation citation, Caller caller) {
        return EntityTags.of(citation.versionFor(caller), SourceAccess.view(caller, citation.organisation()));
    }

    /** True if the caller sees no more of the citation than everybody, should everybody see it. */
    public static boolean isPublicView(Citation citation, Caller caller) {
        return SourceAccess.view(caller, citation.organisation()).equals("public");
    }

    /** Lets pass who may see what a citation was before: the history holds what its public view leaves out. */
    static void requireHistory(Citation citation, Caller caller) {
        boolean own = caller.has(Role.CONTRIBUTOR) && caller.belongsTo(citation.organisation());
        if (!own) {
            caller.require(Role.ANALYST, Role.PUBLISHER, Role.ADMIN);
        }
    }
}
