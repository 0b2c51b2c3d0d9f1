package org.harmregistry.reports.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.harmregistry.reports.subscription.domain.ByLink;
import org.harmregistry.reports.subscription.domain.ByLink.Purpose;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;

import io.smallrye.mutiny.Uni;

/**
 * The pages behind the links in e-mail. Programs follow links unasked, so that only a POST does anything: the page's
 * button, or a mail program's one click (RFC 8058).
 */
@Path("/subscriptions")
@Produces(HtmlAnswers.TYPE)
public class SubscriptionLinkResource {

    private final ByLink links;
    private final Wordings wordings;
    private final StyleSheet style;

    public SubscriptionLinkResource(ByLink links, Wordings wordings, StyleSheet style) {
        this.links = links;
        this.wordings = wordings;
        this.style = style;
    }

    @GET
    @Path("/confirmation/{token}")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> askToConfirm(@PathParam("token") String token) {
        return links.language(Purpose.CONFIRMATION, token).map(language -> ask("link.confirmation", language));
    }

    @POST
    @Path("/confirmation/{token}")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> confirm(@PathParam("token") String token) {
        return links.confirm(token).map(language -> done("link.confirmation", language));
    }

    @GET
    @Path("/unsubscription/{token}")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> askToEnd(@PathParam("token") String token) {
        return links.language(Purpose.UNSUBSCRIPTION, token).map(language -> ask("link.unsubscription", language));
    }

    @POST
    @Path("/unsubscription/{token}")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> end(@PathParam("token") String token) {
        return links.end(token).map(language -> done("link.unsubscription", language));
    }

    private Response ask(String texts, String language) {
        Wording wording = wordings.in(language);
        return HtmlAnswers
                .personal(Pages.act(frame(wording, texts), wording.text(texts + ".text"), wording.text(texts + ".act"))
                        .render());
    }

    private Response done(String texts, String language) {
        Wording wording = wordings.in(language);
        return HtmlAnswers.personal(Pages.message(frame(wording, texts), wording.text(texts + ".done"), "").render());
    }

    private Frame frame(Wording wording, String texts) {
        return new Frame(wording, style.text(), wording.text(texts + ".title"));
    }
}
