package org.harmregistry.reports.inquiry;

import io.smallrye.mutiny.Uni;

/** How one kind of question is answered. */
public interface InquiryWork {

    InquiryKind kind();

    /**
     * The answer, as it is sent. Whoever asked was allowed to when they did.
     *
     * @param subject of what
     * @param wanted the question's own words, as JSON; {@code null} for none
     */
    Uni<?> answer(String subject, String wanted);
}
