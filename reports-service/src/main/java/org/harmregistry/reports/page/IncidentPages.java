package org.harmregistry.reports.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

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
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.correction.EditionsOfRecord;
import org.harmregistry.reports.registry.IncidentSearch;
import org.harmregistry.reports.template.dossier.IncidentAccounts;
import org.harmregistry.reports.wording.Wording;

import io.smallrye.mutiny.Uni;

/** The page of one incident, at public accuracy: what the registry holds of it now, and the reports that it stands in. */
@Path("/incidents")
@Produces(HtmlAnswers.TYPE)
public class IncidentPages {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{5,12}");

    private final IncidentAccounts accounts;
    private final EditionsOfRecord editions;
    private final IncidentSearch search;
    private final PageLanguages languages;

    IncidentPages(IncidentAccounts accounts, EditionsOfRecord editions, IncidentSearch search, PageLanguages languages) {
        this.accounts = accounts;
        this.editions = editions;
        this.search = search;
        this.languages = languages;
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> incident(@PathParam("id") String id, @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Wording wording = languages.wording(language);
        if (CODE.matcher(id).matches()) {
            return elsewhere(id, wording);
        }
        UUID incident = RecordAddress.id(id);
        // The register first: what waits for a neighbour in vain ends on a thread that has no session.
        return editions.of(incident).chain(standing -> accounts.of(incident, wording)
                .chain(found -> found.isEmpty() ? elsewhere(id, wording)
                        : Uni.createFrom().item(HtmlAnswers.page(page(found.get(), standing, wording), ifNoneMatch))));
    }

    /** A code, and whatever was merged into another incident, leads to where it is read now. */
    private Uni<Response> elsewhere(String code, Wording wording) {
        return search.whereIs(code).map(found -> found.filter(address -> !address.id().toString().equals(code))
                .orElseThrow(() -> Failure.of(CommonFailure.NOT_FOUND)))
                .map(address -> Response.status(address.merged() ? Response.Status.PERMANENT_REDIRECT : Response.Status.FOUND)
                        .header(HttpHeaders.LOCATION,
                                "/incidents/" + address.id() + PageLanguages.query(wording.language(), Map.of()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache").build());
    }

    private String page(IncidentAccounts.Account account, List<EditionsOfRecord.Standing> standing, Wording wording) {
        return Pages.incident(languages.frame(wording, account.title(), "/incidents/" + account.id()),
                face(account, standing, wording)).render();
    }

    private static IncidentFace face(IncidentAccounts.Account account, List<EditionsOfRecord.Standing> standing,
            Wording wording) {
        return new IncidentFace(account.id().toString(), account.title(), account.said().lead(),
                SectionFace.of(account.said().sections(), account.said().figures(), account.said().places(), wording),
                account.said().credits(), standing.stream().map(edition -> edition(edition, wording)).toList());
    }

    private static IncidentFace.Edition edition(EditionsOfRecord.Standing edition, Wording wording) {
        String query = edition.languages().contains(wording.language()) ? "?language=" + wording.language() : "";
        return new IncidentFace.Edition("/editions/" + edition.id() + query, edition.title(), edition.period(),
                edition.number(), wording.instant(edition.publishedAt()));
    }
}
