package org.harmregistry.incidents.allegation;

import java.time.LocalDate;

import org.harmregistry.incidents.exchange.RandomMembers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows of an import with every member there or not, each with a legal path. */
final class RandomAllegations {

    private final RandomMembers some;
    private final String party;
    private final String incident;

    RandomAllegations(long seed, String party, String incident) {
        this.some = new RandomMembers(seed);
        this.party = party;
        this.incident = incident;
    }

    String row(String system, int number) {
        LocalDate received = some.day();
        ObjectNode row = some.row(system, number).put("party", party).put("receivedOn", received.toString());
        some.texts(row, "channelDetail", "reference", "claim");
        some.notes(row, "notes");
        if (some.maybe()) {
            row.put("incident", incident);
        }
        if (some.maybe()) {
            row.put("channel", some.one("social_media", "ngo_report", "direct_by_person"));
        }
        if (some.maybe()) {
            place(row.putObject("place"));
        }
        if (some.maybe()) {
            row.putObject("occurred").put("from", some.one("2016", "2016-01", "2016-01-03")).put("to", "2019-02-01");
        }
        some.source(row);
        if (some.maybe()) {
            path(row.putArray("transitions"), received);
        }
        return row.toString();
    }

    private void place(ObjectNode place) {
        some.texts(place, "name");
        if (some.maybe()) {
            place.putObject("point").put("lat", 35.9 + some.random.nextDouble() / 10).put("lon",
                    39.0 + some.random.nextDouble() / 10);
        }
        if (some.maybe()) {
            place.put("mgrs", "37SEV12345678").put("accuracy", "neighbourhood_area");
        }
    }

    private void path(ArrayNode path, LocalDate received) {
        LocalDate day = received;
        String state = "received";
        for (int steps = some.random.nextInt(6); steps >= 0; steps--) {
            step(path.addObject(), state, day);
            day = day.plusDays(some.random.nextInt(3));
            state = next(state);
        }
    }

    private String next(String state) {
        return switch (state) {
            case "received" -> "under_assessment";
            case "under_assessment" -> some.one("credible", "non_credible", "insufficient_information");
            case "reopened" -> some.one("under_assessment", "credible");
            default -> "reopened";
        };
    }

    private void step(ObjectNode step, String state, LocalDate day) {
        step.put("to", state).put("on", day.toString());
        some.notes(step, "note");
        some.source(step);
        if (some.maybe()) {
            step.put("publishedOn", day.plusDays(some.random.nextInt(90)).toString());
            step.putArray("methods").add("strike_video").add("crew_interview");
        }
        if (some.maybe()) {
            place(step.putObject("partyPlace"));
        }
        if (state.equals("credible")) {
            step.putArray("reasonCodes").add("not_stated");
            ObjectNode conceded = step.putObject("conceded");
            conceded.putObject("killed").putObject("civilians").put("min", some.random.nextInt(9));
            conceded.putObject("injured").put("words", some.text());
        }
    }
}
