package org.harmregistry.reports.page;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionFile;
import org.harmregistry.reports.edition.domain.EditionReplies;
import org.harmregistry.reports.edition.domain.EditionStatus;
import org.harmregistry.reports.edition.domain.Editions;
import org.harmregistry.reports.reply.Reply;
import org.harmregistry.reports.wording.Wording;

import io.smallrye.mutiny.Uni;

/**
 * The page of an edition: its frozen file, with what has become of it before, and replies and proofs behind. What was
 * taken back leaves a page that says why, with its proofs.
 */
@ApplicationScoped
public class PublishedPages {

    private static final String STANDING = "<!--standing-->";
    private static final String END = "</article>";

    private final Editions editions;
    private final EditionReplies replies;
    private final EditionProofs proofs;
    private final PageLanguages languages;
    private final StyleSheet style;

    public PublishedPages(Editions editions, EditionReplies replies, EditionProofs proofs, PageLanguages languages,
            StyleSheet style) {
        this.editions = editions;
        this.replies = replies;
        this.proofs = proofs;
        this.languages = languages;
        this.style = style;
    }

    /** @param language one of the edition's languages; {@code null} for its first */
    Uni<PreparedPage> of(Edition edition, String language) {
        if (edition.status() == EditionStatus.WITHDRAWN) {
            Wording wording = languages.wording(language, edition.language());
            return proofs.of(edition, wording, query(edition, language)).map(proof -> gone(edition, wording, proof));
        }
        EditionFile file = editions.file(edition, "html", language);
        Frame frame = new Frame(languages.wording(language, edition.language()), "", edition.title());
        String query = query(edition, language);
        return editions.file(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .chain(html -> beside(edition, frame).chain(beside -> proofs.of(edition, frame.wording(), query)
                        .map(proof -> PreparedPage.of(before(html, END, Pages.proof(frame, proof).render())
                                .replace(STANDING, standing(edition, frame, query) + beside)))));
    }

    private static String query(Edition edition, String language) {
        return language == null || language.equals(edition.language()) ? "" : "?language=" + language;
    }

    /** The last place is meant: an edition's own text is escaped, but what stands in it is not ours to rely on. */
    private static String before(String html, String mark, String added) {
        int at = html.lastIndexOf(mark);
        return at < 0 ? html : html.substring(0, at) + added + html.substring(at);
    }

    private PreparedPage gone(Edition edition, Wording wording, ProofFace proof) {
        return PreparedPage.unkept(Response.Status.GONE.getStatusCode(), Pages.withdrawn(
                new Frame(wording, style.text(), edition.title()),
                wording.text("page.withdrawn.lead", edition.withdrawal().withdrawnAt()),
                wording.text("page.withdrawn.text", edition.withdrawal().reason()), edition.digest(), proof).render());
    }

    /** Replies that came too late to stand in the edition itself, and questions that none came to in time. */
    private Uni<String> beside(Edition edition, Frame frame) {
        return replies.of(Caller.ANONYMOUS, edition.id()).chain(given -> replies.unanswered(edition).map(silent -> {
            List<ReplyFace> late = given.stream().filter(reply -> reply.recordedAt().isAfter(edition.effectiveAt()))
                    .map(reply -> face(reply, frame.wording())).toList();
            List<String> silences = silent.stream().map(question -> frame.wording().text("page.replies.silence",
                    question.party(), question.sentOn(), question.dueOn())).toList();
            return late.isEmpty() && silences.isEmpty() ? "" : Pages.replies(frame, late, silences).render();
        }));
    }

    private static ReplyFace face(Reply reply, Wording wording) {
        return new ReplyFace(wording.text("page.replies.by", reply.party(), reply.receivedOn()), reply.language(),
                reply.text());
    }

    private static String standing(Edition edition, Frame frame, String query) {
        if (edition.status() != EditionStatus.SUPERSEDED) {
            return edition.correction().dueAt() == null ? ""
                    : Pages.correctionDue(frame, frame.wording().text("page.correction_due", edition.correction().dueAt()))
                            .render();
        }
        return Pages.standing(frame, "/reports/" + edition.report() + "/" + edition.period().key() + query).render();
    }
}
