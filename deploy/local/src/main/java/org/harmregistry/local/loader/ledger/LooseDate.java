package org.harmregistry.local.loader.ledger;

/** Dates that are known to the day, the month or the year: 2019-04-25, 2018-07, 2025. */
record LooseDate(String printed) {

    /** {@code day}, {@code month} or {@code year}. */
    String precision() {
        return switch (printed.length()) {
            case 4 -> "year";
            case 7 -> "month";
            default -> "day";
        };
    }

    /** The first day that it may be. */
    String firstDay() {
        return (printed + "-01-01").substring(0, 10);
    }

    /** The first month of it, yyyy-mm. */
    String firstMonth() {
        return (printed + "-01").substring(0, 7);
    }

    /** The last month of it, yyyy-mm. */
    String lastMonth() {
        return (printed + "-12").substring(0, 7);
    }
}
