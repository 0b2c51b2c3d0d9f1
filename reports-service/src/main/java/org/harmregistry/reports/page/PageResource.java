package org.harmregistry.reports.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionReplies;
import org.harmregistry.reports.edition.domain.EditionStatus;
import org.harmregistry.reports.edition.domain.Editions;
import org.harmregistry.reports.reply.Reply;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;

import io.smallrye.mutiny.Uni;

/** The pages that everybody may read. An edition's page is its frozen file, with a word on its standing where that changed. */
@Path("/")
@Produces(HtmlAnswers.TYPE)
public class PageResource {

    private static final String STANDING = "<!--standing-->";

    private final Editions editions;
    private final EditionReplies replies;
    private final ReportList reports;
    private final Wordings wordings;
    private final StyleSheet style;

    public PageResource(Editions editions, EditionReplies replies, ReportList reports, Wordings wordings, StyleSheet style) {
        this.editions = editions;
        this.replies = replies;
        this.reports = reports;
        this.wordings = wordings;
        this.style = style;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> home(@QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Wording wording = wording(language);
        return reports.all(wording).map(all -> HtmlAnswers.page(Pages.home(frame(wording, wording.text("page.home.title"), "/"),
                all).render(), ifNoneMatch));
    }

    @GET
    @Path("reports/{slug}")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> report(@PathParam("slug") String slug, @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Wording wording = wording(language);
        return reports.one(slug, wording).map(report -> HtmlAnswers.page(Pages.report(frame(wording, report.title(),
                "/reports/" + slug), report).render(), ifNoneMatch));
    }

    @GET
    @Path("reports/{slug}/{period}")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> newest(@PathParam("slug") String slug, @PathParam("period") String period,
            @QueryParam("language") String language, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return editions.newest(slug, period).map(found -> found.orElseThrow(() -> Failure.of(CommonFailure.NOT_FOUND)))
                .chain(edition -> page(edition, language, ifNoneMatch));
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
        return editions.get(Caller.ANONYMOUS, UUID.fromString(id)).chain(edition -> page(edition, language, ifNoneMatch));
    }

    private Uni<Response> page(Edition edition, String language, String ifNoneMatch) {
        if (edition.status() == EditionStatus.WITHDRAWN) {
            return Uni.createFrom().item(() -> gone(edition, language));
        }
        return editions.file(editions.file(edition, "html", language))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .chain(html -> replies.of(Caller.ANONYMOUS, edition.id()).map(given -> HtmlAnswers.page(html.replace(STANDING,
                        standing(edition, language) + beside(edition, language, given)), ifNoneMatch)));
    }

    private Response gone(Edition edition, String language) {
        Wording wording = wording(edition, language);
        return HtmlAnswers.refusal(Response.Status.GONE.getStatusCode(), Pages.message(
                new Frame(wording, style.text(), edition.title()),
                wording.text("page.withdrawn.lead", edition.withdrawal().withdrawnAt()),
                wording.text("page.withdrawn.text", edition.withdrawal().reason())).render());
    }

    /** Replies that came too late to stand in the edition itself. */
    private String beside(Edition edition, String language, List<Reply> replies) {
        Wording wording = wording(edition, language);
        List<ReplyFace> late = replies.stream().filter(reply -> reply.recordedAt().isAfter(edition.effectiveAt()))
                .map(reply -> new ReplyFace(wording.text("page.replies.by", reply.party(), reply.receivedOn()),
                        reply.language(),
                        reply.text()))
                .toList();
        return late.isEmpty() ? "" : Pages.replies(new Frame(wording, "", edition.title()), late).render();
    }

    private String standing(Edition edition, String language) {
        Wording wording = wording(edition, language);
        if (edition.status() != EditionStatus.SUPERSEDED) {
            return edition.correction().dueAt() == null ? ""
                    : Pages.correctionDue(new Frame(wording, "", edition.title()),
                            wording.text("page.correction_due", edition.correction().dueAt())).render();
        }
        return Pages.standing(new Frame(wording, "", edition.title()), "/reports/" + edition.report() + "/"
                + edition.period().key() + (language == null ? "" : "?language=" + language)).render();
    }

    private Frame frame(Wording wording, String title, String path) {
        return new Frame(wording, style.text(), title, wordings.languages().stream()
                .filter(language -> !language.equals(wording.language()))
                .map(language -> Frame.LanguageLink.of(wordings.in(language),
                        language.equals(Wordings.DEFAULT) ? path : path + "?language=" + language))
                .toList());
    }

    private Wording wording(Edition edition, String language) {
        return language == null ? wordings.in(edition.language()) : wording(language);
    }

    private Wording wording(String language) {
        if (language != null && !wordings.languages().contains(language)) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "language",
                    "Available: " + String.join(", ", wordings.languages()) + ".");
        }
        return wordings.in(language == null ? Wordings.DEFAULT : language);
    }
}
