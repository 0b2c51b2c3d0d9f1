package org.harmregistry.sources.citation.domain;

import java.time.Duration;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where in a source the passage stands.
 *
 * @param page page of a document, 1 to 100,000
 * @param paragraph paragraph, counted from the beginning of the page if there is one, else of the text; 1 to 100,000
 * @param timeFrom time code at which the passage begins in a recording, {@code HH:MM:SS} with up to three decimals
 * @param timeTo time code at which it ends; absent: a single moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Locator(Integer page, Integer paragraph, String timeFrom, String timeTo) {

    private static final int MAX = 100_000;
    private static final String TIME_CODE = "[0-9]{2}:[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?";

    public Locator {
        counted(page, "/page");
        counted(paragraph, "/paragraph");
        timed(timeFrom, "/timeFrom");
        timed(timeTo, "/timeTo");
        if (timeTo != null && timeFrom == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/timeFrom", "Say where the passage begins.");
        }
        if (timeTo != null && offset(timeTo).compareTo(offset(timeFrom)) < 0) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, "/timeTo", "timeTo is before timeFrom.");
        }
    }

    /** The place, or {@code null} if it says nothing. */
    static Locator known(Locator locator) {
        boolean nothing = locator == null || locator.page == null && locator.paragraph == null && locator.timeFrom == null;
        return nothing ? null : locator;
    }

    private static void counted(Integer number, String pointer) {
        if (number != null && (number < 1 || number > MAX)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "A whole number from 1 to 100,000 is taken here.");
        }
    }

    private static void timed(String time, String pointer) {
        if (time != null && !time.matches(TIME_CODE)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "A time code has the form HH:MM:SS or HH:MM:SS.mmm.");
        }
    }

    private static Duration offset(String time) {
        String[] parts = time.split(":");
        return Duration.parse("PT" + parts[0] + "H" + parts[1] + "M" + parts[2] + "S");
    }
}
