package org.harmregistry.reports.edition.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.reports.inquiry.Inquiry;
import org.harmregistry.reports.inquiry.InquiryView;

/** What is answered to those who ask what takes long, whether they wait for it or come again. */
@ApplicationScoped
class LaterAnswers {

    static final String PREFER = "respond-async (RFC 7240) to fetch the answer later";
    static final String HOW = "With Prefer: respond-async the answer is 202, and Location says where it is fetched, until a day after it is there. "
            + "503 too_many_inquiries where too many wait. A retry with the same Idempotency-Key gets the first address.";
    static final String TAKEN = "Taken down; the answer will be at Location";

    private static final int ACCEPTED = 202;

    private final JsonReading json;

    LaterAnswers(JsonReading json) {
        this.json = json;
    }

    /** The answer of now. */
    static Response now(Object found) {
        return Response.ok(found).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** @param addresses what the addresses of such inquiries begin with */
    Answer taken(String addresses, Inquiry inquiry) {
        return new Answer(ACCEPTED, addresses + inquiry.id(), InquiryView.tag(inquiry),
                json.tree(InquiryView.of(inquiry)).toString());
    }

    static Response response(Answer answer) {
        return Response.fromResponse(answer.toResponse()).header(HttpHeaders.RETRY_AFTER, EditionRunResource.RETRY_AFTER)
                .header(Preference.APPLIED, Preference.RESPOND_ASYNC).build();
    }

    static Response standing(Inquiry inquiry, String ifNoneMatch) {
        Response answer = Answers.record(InquiryView.of(inquiry), InquiryView.tag(inquiry), ifNoneMatch);
        return inquiry.state().hasEnded() ? answer
                : Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, EditionRunResource.RETRY_AFTER).build();
    }
}
