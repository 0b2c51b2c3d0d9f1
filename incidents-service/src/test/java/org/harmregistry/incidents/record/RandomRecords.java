package org.harmregistry.incidents.record;

import java.time.LocalDate;

import org.harmregistry.incidents.exchange.RandomMembers;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows of an import of any kind of record about a party, with every member there or not. */
final class RandomRecords {

    private final RandomMembers some;
    private final String party;
    private final String incident;

    RandomRecords(long seed, String party, String incident) {
        this.some = new RandomMembers(seed);
        this.party = party;
        this.incident = incident;
    }

    String row(String kind, String system, int number) {
        ObjectNode row = some.row(system, number);
        some.source(row);
        if (!kind.equals("demands")) {
            row.put("party", party);
        }
        switch (kind) {
            case "statements" -> statement(row);
            case "tallies" -> tally(row);
            case "denominators" -> denominator(row);
            case "demands" -> demand(row);
            case "commitments" -> commitment(row);
            default -> redress(row);
        }
        return row.toString();
    }

    private void statement(ObjectNode row) {
        row.put("kind", some.one("admission", "denial", "apology")).put("text", some.text());
        some.texts(row, "quote", "by");
        some.notes(row, "notes");
        maybeDay(row, "on");
        if (some.maybe()) {
            row.put("channel", some.one("tweet", "email")).put("language", some.one("en", "ar-SY"));
        }
        number(row, "killed");
    }

    /** Numbers, words, or neither. */
    private void number(ObjectNode row, String name) {
        if (some.maybe()) {
            some.range(row, name);
            if (row.get(name).has("min")) {
                ((ObjectNode) row.get(name)).put("minExclusive", some.maybe());
            }
        } else {
            some.texts(row, "words");
        }
    }

    private void published(ObjectNode row) {
        some.texts(row, "by", "area");
        some.notes(row, "notes");
        maybeDay(row, "publishedOn");
        if (some.maybe()) {
            row.put("publishedOnPrecision", some.one("day", "month", "year"));
        }
        if (some.maybe()) {
            row.putObject("period").put("from", some.one("2017", "2017-02", "2017-02-03")).put("to", "2018");
        }
    }

    private void tally(ObjectNode row) {
        boolean monthly = some.maybe();
        row.put("kind", monthly ? "monthly_report" : "published_total").put("stance", some.one("conceded", "documented"));
        published(row);
        some.notes(row, "placeName");
        if (monthly) {
            row.put("month", "2018-0" + (1 + some.random.nextInt(9)));
            for (String name : new String[] { "carriedOver", "newReports", "completed", "credible", "nonCredible", "duplicate",
                    "openAtEnd", "deathsInMonth", "injuredInMonth", "strikesCumulative", "engagementsCumulative",
                    "reportsCumulative", "credibleCumulative", "deathsCumulative" }) {
                if (some.maybe()) {
                    row.put(name, some.random.nextInt(400));
                }
            }
        }
        number(row, "killed");
    }

    private void denominator(ObjectNode row) {
        row.put("kind", some.one("rounds", "strikes", "munitions"));
        published(row);
        some.notes(row, "type");
        if (some.maybe()) {
            row.put("country", "SY");
        }
        number(row, "count");
    }

    private void demand(ObjectNode row) {
        row.put("kind", some.one("investigate", "disclose", "redress")).put("addressee", party).put("text", some.text());
        some.notes(row, "by");
        maybeDay(row, "madeOn");
        if (some.maybe()) {
            row.put("state", some.one("open", "met", "refused"));
        }
    }

    private void commitment(ObjectNode row) {
        row.put("text", some.text());
        LocalDate made = some.day();
        if (some.maybe()) {
            row.put("madeOn", made.toString());
        }
        if (some.maybe()) {
            row.put("dueOn", made.plusDays(some.random.nextInt(90)).toString());
            row.putObject("expected").put("kind", "monthly_report").put("month", "2018-06");
        }
        if (!some.maybe()) {
            row.put("withdrawnOn", made.plusDays(7).toString());
        }
    }

    private void redress(ObjectNode row) {
        row.put("kind", some.one("apology", "ex_gratia_payment", "repair"));
        some.notes(row, "notes");
        LocalDate offered = some.day();
        row.put("offeredOn", offered.toString());
        if (some.maybe()) {
            row.put("state", "paid").put("paidOn", offered.plusDays(3).toString());
            row.putObject("amount").put("value", some.random.nextInt(100_000) / 100.0).put("currency", "USD");
        }
        if (some.maybe()) {
            row.put("incident", incident).put("lossType", "death").putObject("beneficiaries").put("people", 2);
        }
    }

    private void maybeDay(ObjectNode row, String name) {
        if (some.maybe()) {
            row.put(name, some.day().toString());
        }
    }
}
