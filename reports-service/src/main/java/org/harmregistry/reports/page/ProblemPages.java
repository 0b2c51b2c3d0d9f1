package org.harmregistry.reports.page;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.reports.archive.ArchiveFailure;
import org.harmregistry.reports.definition.domain.DefinitionFailure;
import org.harmregistry.reports.edition.domain.EditionFailure;
import org.harmregistry.reports.inquiry.InquiryFailure;
import org.harmregistry.reports.log.domain.LogFailure;
import org.harmregistry.reports.reply.ReplyFailure;
import org.harmregistry.reports.run.domain.RunFailure;
import org.harmregistry.reports.subscription.domain.SubscriptionFailure;
import org.harmregistry.reports.template.TemplateFailure;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;

/** What a problem's type address leads to: a page that explains the code. */
@Path("/problems")
public class ProblemPages {

    private final Wordings wordings;
    private final StyleSheet style;

    public ProblemPages(Wordings wordings, StyleSheet style) {
        this.wordings = wordings;
        this.style = style;
    }

    @GET
    @Path("/{code}")
    @Produces(HtmlAnswers.TYPE)
    @PermitAll
    @Operation(hidden = true)
    public Response problem(@PathParam("code") String code, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        FailureCode found = find(code).orElseThrow(() -> Failure.of(CommonFailure.NOT_FOUND));
        Wording wording = wordings.in(Wordings.DEFAULT);
        return HtmlAnswers.page(Pages.message(new Frame(wording, style.text(), found.title()),
                wording.text("page.problems.lead", Integer.toString(found.kind().status()), found.code()),
                wording.text("page.problems.text")).render(), ifNoneMatch);
    }

    private static Optional<FailureCode> find(String code) {
        return Stream
                .<FailureCode[]> of(CommonFailure.values(), ArchiveFailure.values(), DefinitionFailure.values(),
                        EditionFailure.values(),
                        ReplyFailure.values(), InquiryFailure.values(), LogFailure.values(), RunFailure.values(),
                        SubscriptionFailure.values(), TemplateFailure.values())
                .flatMap(Arrays::stream).filter(known -> known.code().equals(code)).findFirst();
    }
}
