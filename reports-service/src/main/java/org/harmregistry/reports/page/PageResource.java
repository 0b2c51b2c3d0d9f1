package org.harmregistry.reports.page;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.edition.domain.Editions;
import org.harmregistry.reports.wording.Wording;

import io.smallrye.mutiny.Uni;

/** The pages that everybody may read. */
@Path("/")
@Produces(HtmlAnswers.TYPE)
public class PageResource {

    private final Editions editions;
    private final PublishedPages pages;
    private final RecentPages recent;
    private final ReportList reports;
    private final PageLanguages languages;

    public PageResource(Editions editions, PublishedPages pages, RecentPages recent, ReportList reports,
            PageLanguages languages) {
        this.editions = editions;
        this.pages = pages;
        this.recent = recent;
        this.reports = reports;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> home(@QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Wording wording = languages.wording(language);
        return reports.all(wording)
                .map(all -> HtmlAnswers.page(Pages.home(languages.frame(wording, wording.text("page.home.title"), "/"),
                        all).render(), ifNoneMatch));
    }

    @GET
    @Path("reports/{slug}")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> report(@PathParam("slug") String slug, @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Wording wording = languages.wording(language);
        return reports.one(slug, wording).map(report -> HtmlAnswers.page(Pages.report(languages.frame(wording, report.title(),
                "/reports/" + slug), report).render(), ifNoneMatch));
    }

    @GET
    @Path("reports/{slug}/{period}")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> newest(@PathParam("slug") String slug, @PathParam("period") String period,
            @QueryParam("language") String language, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return recent.of(key("/reports/" + slug + "/" + period, language), () -> editions.newest(slug, period)
                .map(found -> found.orElseThrow(() -> Failure.of(CommonFailure.NOT_FOUND)))
                .chain(edition -> pages.of(edition, language))).map(page -> page.answer(ifNoneMatch));
    }

    @GET
    @Path("editions/{id}")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> edition(@PathParam("id") String id, @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Uni.createFrom().failure(Failure.of(CommonFailure.NOT_FOUND));
        }
        return recent.of(key("/editions/" + id, language), () -> editions.get(Caller.ANONYMOUS, UUID.fromString(id))
                .chain(edition -> pages.of(edition, language))).map(page -> page.answer(ifNoneMatch));
    }

    private static String key(String path, String language) {
        return language == null ? path : path + "?language=" + language;
    }
}
