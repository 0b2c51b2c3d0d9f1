package org.harmregistry.reports.page;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.harmregistry.kit.http.FromForm;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.search.Found;
import org.harmregistry.reports.search.PublicSearch;
import org.harmregistry.reports.search.SearchForm;
import org.harmregistry.reports.wording.Wording;

import io.smallrye.mutiny.Uni;

/** The page on which people search incidents: a form, a map, a list. */
@Path("/incidents")
@Produces(HtmlAnswers.TYPE)
public class SearchPage {

    private static final int UNREADABLE = Response.Status.BAD_REQUEST.getStatusCode();

    private final PublicSearch search;
    private final RecentPages recent;
    private final PageLanguages languages;
    private final StyleSheet style;

    SearchPage(PublicSearch search, RecentPages recent, PageLanguages languages, StyleSheet style) {
        this.search = search;
        this.recent = recent;
        this.languages = languages;
        this.style = style;
    }

    @GET
    @PermitAll
    @FromForm
    @Operation(hidden = true)
    public Uni<Response> search(@BeanParam SearchParameters parameters, @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        SearchForm form = parameters.form();
        Wording wording = languages.wording(language == null || language.isEmpty() ? null : language);
        Map<String, String> asked = new LinkedHashMap<>();
        SearchForm.FIELDS.stream().filter(form::has).forEach(field -> asked.put(field, form.text(field)));
        Frame frame = languages.frame(wording, wording.text("search.title"), "/incidents", asked).styled(style.withForms());
        return recent.of(wording.language() + " /incidents" + Query.string(asked),
                () -> search.find(form).map(found -> page(frame, form, found))).map(page -> page.answer(ifNoneMatch));
    }

    private static PreparedPage page(Frame frame, SearchForm form, Found found) {
        String rendered = Pages.search(frame, new SearchFaces(frame.wording(), form, found).face()).render();
        return found.page() == null ? PreparedPage.unkept(UNREADABLE, rendered) : PreparedPage.of(rendered);
    }
}
