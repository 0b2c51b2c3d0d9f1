package org.harmregistry.sources.citation.api;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.sources.citation.domain.Citation;
import org.harmregistry.sources.citation.domain.ListedCitation;
import org.harmregistry.sources.source.domain.SourceAccess;

import io.smallrye.mutiny.Uni;

/** Answers lists of citations page by page. */
@ApplicationScoped
class CitationPages {

    @Schema(name = "CitationList", description = "A page of citations, in the order of their ids.")
    record Citations(List<CitationResponse> items, Page.Position page) {
    }

    private final CursorCodec cursors;

    CitationPages(CursorCodec cursors) {
        this.cursors = cursors;
    }

    /**
     * @param question what is asked, so that a cursor is good for the same question alone
     * @param rows reads the citations behind an id, one more than the page holds
     */
    Uni<Response> answer(String question, Caller by, PageRequest page, String ifNoneMatch, UriInfo uri,
            Function<UUID, Uni<List<ListedCitation>>> rows) {
        String binding = question + "\u001f" + (by.readsAll() ? "full" : by.organisation());
        UUID behind = page.after() == null ? null : UUID.fromString(cursors.decode(binding, page.after(), 1).get(0));
        return rows.apply(behind).map(read -> {
            Page<ListedCitation> found = Page.of(read, page.limit(),
                    last -> cursors.encode(binding, List.of(last.citation().id().toString())));
            String tag = EntityTags.ofList(found.items().stream().map(each -> line(each, by)));
            return Answers.page(found, found.map(each -> CitationResponse.from(each, by)), tag, ifNoneMatch, uri);
        });
    }

    /** The source counts, too: its standing is shown. */
    static String line(ListedCitation each, Caller by) {
        Citation citation = each.citation();
        return citation.id() + ":" + citation.versionFor(by) + ":" + each.source().versionFor(by) + ":"
                + SourceAccess.view(by, citation.organisation());
    }
}
