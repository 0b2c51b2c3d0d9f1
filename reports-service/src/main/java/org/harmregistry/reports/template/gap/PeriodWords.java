package org.harmregistry.reports.template.gap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

import org.harmregistry.reports.registry.MonthRange;
import org.harmregistry.reports.wording.Wording;

/** Writes periods whose ends are days, months or years, as they were published. */
final class PeriodWords {

    private PeriodWords() {
    }

    static String of(MonthRange period, Wording wording) {
        if (period == null || period.from() == null && period.to() == null) {
            return wording.text("not_stated");
        }
        String from = end(period.from(), wording);
        String to = end(period.to(), wording);
        return from.equals(to) ? from : wording.text("period", from, to);
    }

    private static String end(String text, Wording wording) {
        if (text == null) {
            return wording.text("not_stated");
        }
        try {
            return switch (text.length()) {
                case 7 -> wording.month(YearMonth.parse(text));
                case 10 -> wording.day(LocalDate.parse(text));
                default -> text;
            };
        } catch (DateTimeException e) {
            return text;
        }
    }
}
