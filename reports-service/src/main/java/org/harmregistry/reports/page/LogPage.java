package org.harmregistry.reports.page;

import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.log.domain.Checkpoint;
import org.harmregistry.reports.log.domain.LogAudit;
import org.harmregistry.reports.log.domain.LogEntries;
import org.harmregistry.reports.log.domain.LogPages;
import org.harmregistry.reports.log.domain.LogReading;
import org.harmregistry.reports.wording.Wording;

import io.smallrye.mutiny.Uni;

/** The public log for people: what came out, was replaced and was taken back, in its order. */
@Path("/log")
@Produces(HtmlAnswers.TYPE)
public class LogPage {

    private final LogPages pages;
    private final PageLanguages languages;

    LogPage(LogPages pages, PageLanguages languages) {
        this.pages = pages;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> log(@QueryParam("language") String language, @QueryParam("below") String below,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Wording wording = languages.wording(language);
        return pages.of(place(below)).map(shown -> HtmlAnswers.page(Pages.log(languages.frame(wording,
                wording.text("page.log.title"), "/log"), face(shown, wording)).render(), ifNoneMatch));
    }

    private static Long place(String below) {
        if (below != null && !below.matches("[1-9]\\d{0,17}")) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "below", "A place in the log, from 1.");
        }
        return below == null ? null : Long.valueOf(below);
    }

    private LogFace face(LogPages.Shown shown, Wording wording) {
        LogReading.Overview log = shown.log();
        Checkpoint newest = log.newest();
        LogAudit.Finding audit = log.audited();
        String address = "/api/v1/log" + (newest == null ? "" : "/" + newest.epoch());
        return new LogFace(wording.text("page.log.condition." + log.standing().condition().word()),
                log.standing().condition().isHalted(), newest == null ? "" : log.epochs().get(0).origin(),
                newest == null ? "" : wording.number(newest.head().size()),
                newest == null ? "" : wording.instant(newest.signedAt()), audit == null ? "" : audited(audit, wording),
                audit != null && audit.firstWrong() != null, address, shown.keys(),
                log.witnesses().stream().map(witness -> witness(witness, wording)).toList(),
                shown.entries().stream().map(entry -> entry(entry, wording)).toList(),
                shown.older() == null ? null
                        : "/log" + PageLanguages.query(wording.language(), Map.of("below", shown.older().toString())));
    }

    private static String audited(LogAudit.Finding audit, Wording wording) {
        return audit.firstWrong() == null ? wording.text("page.log.whole", audit.size(), audit.finishedAt())
                : wording.text("page.log.damaged", audit.firstWrong(), audit.finishedAt());
    }

    private static LogFace.Witness witness(LogReading.Witnessed witness, Wording wording) {
        return new LogFace.Witness(witness.cosigner().name(), witness.reached() == null ? wording.text("page.log.witness.none")
                : wording.text("page.log.witness.reached", witness.reached().size(), witness.reached().at()));
    }

    private LogFace.Entry entry(LogEntries.Entry entry, Wording wording) {
        LogEntries.LoggedEdition edition = entry.edition();
        return new LogFace.Entry(wording.number(entry.index()), wording.instant(entry.at()),
                wording.text("page.proof.kind." + entry.kind().word()),
                edition == null ? null : "/editions/" + edition.id(), edition == null ? ""
                        : wording.apart(edition.title()) + wording.text("list.separator") + wording.apart(edition.period())
                                + wording.text("list.separator") + wording.text("page.edition") + " " + edition.number());
    }
}
