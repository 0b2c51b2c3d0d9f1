package org.harmregistry.sources.source.domain;

import java.time.LocalDate;

/**
 * An interview with a witness or survivor. It names nobody: families and people stand under codes, and who they are is kept
 * elsewhere.
 *
 * @param heldOn the day of the interview; everybody sees the first day of its month
 * @param place where it was held; everybody sees the area alone
 * @param interviewerRole what the interviewer is in the organisation, such as {@code field researcher}; at most 100 characters
 * @param language BCP 47 tag of the language spoken
 * @param interpreter whether somebody interpreted
 * @param family code of the family concerned, such as {@code FAM-01}; never shown to everybody
 * @param people how many were interviewed together, 1 to 1,000
 * @param mode in person or from afar
 */
public record Interview(LocalDate heldOn, FieldPlace place, String interviewerRole, String language, Boolean interpreter,
        String family, Integer people, InterviewMode mode) {

    private static final String CODE = "[A-Z]{1,10}-?[0-9]{1,10}";

    public Interview {
        Parts.date(heldOn, "/heldOn");
        Texts.bounded(interviewerRole, 100, "/interviewerRole");
        if (language != null) {
            LanguageTag.check(language, "/language");
        }
        Texts.formed(family, CODE, "/family",
                "A family stands under a code of capitals and digits, such as FAM-01, never under a name.");
        Parts.number(people, 1, 1_000, "/people");
        Parts.requireSome(heldOn, place, interviewerRole, language, interpreter, family, people, mode);
    }

    /** What everybody may see: nothing by which people who were there could be told. {@code null} if nothing is left. */
    Interview forEverybody() {
        LocalDate month = heldOn == null ? null : heldOn.withDayOfMonth(1);
        FieldPlace area = place == null ? null : place.forEverybody();
        boolean nothing = month == null && area == null && interviewerRole == null && language == null && interpreter == null
                && people == null && mode == null;
        return nothing ? null : new Interview(month, area, interviewerRole, language, interpreter, null, people, mode);
    }
}
