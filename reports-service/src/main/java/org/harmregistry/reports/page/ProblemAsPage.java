package org.harmregistry.reports.page;

import java.util.List;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A reader with a browser gets a page where a program gets a problem document; addresses of the API are for programs. */
public class ProblemAsPage {

    private static final int NOT_FOUND = 404;

    private final Wordings wordings;
    private final StyleSheet style;

    public ProblemAsPage(Wordings wordings, StyleSheet style) {
        this.wordings = wordings;
        this.style = style;
    }

    @ServerResponseFilter
    public void show(ContainerRequestContext request, ContainerResponseContext answer) {
        MediaType type = answer.getMediaType();
        if (answer.getStatus() < 400 || type == null || !type.getSubtype().equals("problem+json") || !isForPeople(request)) {
            return;
        }
        Wording wording = wordings.in(Wordings.DEFAULT);
        String kind = answer.getStatus() == NOT_FOUND ? "missing" : "problem";
        String reason = answer.getStatusInfo().getReasonPhrase();
        String text = kind.equals("missing") ? wording.text("page.missing.text") : reason;
        String html = Pages.message(new Frame(wording, style.text(), wording.text("page." + kind + ".title")),
                answer.getStatus() + " " + reason, text).render();
        Response page = HtmlAnswers.refusal(answer.getStatus(), html);
        page.getHeaders().forEach((name, values) -> answer.getHeaders().put(name, List.copyOf(values)));
        answer.setEntity(html, null, MediaType.valueOf(HtmlAnswers.TYPE));
    }

    private static boolean isForPeople(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return !path.startsWith("/api/") && accept != null && accept.contains(MediaType.TEXT_HTML);
    }
}
