package org.harmregistry.reports.template;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a period apart, so that its records can be walked in several places at once: each is in exactly one part. */
final class PeriodParts {

    private PeriodParts() {
    }

    /**
     * The parameters that select each part: those of the whole, with days of their own.
     *
     * @param filter parameters that select incidents; without {@code from} and {@code to} they stay together
     * @param most how many parts there may be; there are no more than days
     */
    static List<Map<String, String>> of(Map<String, String> filter, int most) {
        if (filter.get("from") == null || filter.get("to") == null) {
            return List.of(filter);
        }
        LocalDate from = LocalDate.parse(filter.get("from"));
        LocalDate to = LocalDate.parse(filter.get("to"));
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        long each = Math.max(1, (days + most - 1) / most);
        List<Map<String, String>> parts = new ArrayList<>();
        for (LocalDate first = from; !first.isAfter(to); first = first.plusDays(each)) {
            LocalDate last = first.plusDays(each - 1);
            Map<String, String> part = new LinkedHashMap<>(filter);
            part.put("from", first.toString());
            part.put("to", (last.isAfter(to) ? to : last).toString());
            parts.add(part);
        }
        return parts.isEmpty() ? List.of(filter) : parts;
    }
}
