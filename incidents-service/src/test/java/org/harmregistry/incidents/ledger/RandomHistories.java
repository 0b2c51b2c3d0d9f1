package org.harmregistry.incidents.ledger;

import static org.harmregistry.incidents.allegation.AllegationApi.act;
import static org.harmregistry.incidents.allegation.AllegationApi.as;
import static org.harmregistry.incidents.allegation.AllegationApi.create;
import static org.harmregistry.incidents.allegation.AllegationApi.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.harmregistry.incidents.ledger.NaiveLedger.Step;
import org.harmregistry.kit.testing.Tokens;

import io.restassured.response.Response;

/**
 * Makes up cases and records them over HTTP the way people do: late, in any order that can be, first wrongly, or not at all.
 * What stands is kept beside, without any code of the service.
 */
final class RandomHistories {

    private static final String[] OUTCOMES = { "credible", "non_credible", "duplicate", "insufficient_information" };
    private static final Set<String> CLOSED = Set.of(OUTCOMES);

    private final String party;
    private final Random random;
    private final List<String> ids = new ArrayList<>();
    private final List<List<Step>> standing = new ArrayList<>();
    private Response last;
    private String original;

    RandomHistories(String party, long seed) {
        this.party = party;
        this.random = new Random(seed);
    }

    /** What stands of each case now. */
    NaiveLedger naive() {
        return new NaiveLedger(standing);
    }

    /** When the registry recorded the last act. */
    String lastRecordedAt() {
        return last == null ? null : last.path("updatedAt");
    }

    void recordCase() {
        List<Step> truth = anyTruth();
        Response created = create(party, truth.get(0).on().toString(), "");
        last = created;
        String id = created.path("id");
        ids.add(id);
        int late = latePair(truth);
        List<Step> first = new ArrayList<>(truth);
        if (late > 0) {
            first.subList(late, late + 2).clear();
        }
        if (random.nextInt(3) == 0 && first.size() > 1) {
            several(id, first.subList(1, first.size()));
        } else {
            first.stream().skip(1).forEach(step -> single(id, step));
        }
        if (late > 0) {
            several(id, truth.subList(late, late + 2));
        }
        if (CLOSED.contains(truth.get(truth.size() - 1).state()) && random.nextInt(4) == 0) {
            withdrawn(id, new Step("reopened", truth.get(truth.size() - 1).on().plusDays(3)));
        }
        standing.add(truth);
    }

    /** Finds out that the last step of some case was another, or on another day. */
    void correctSomeCase() {
        int chosen = random.nextInt(ids.size());
        List<Step> steps = new ArrayList<>(standing.get(chosen));
        int last = steps.size() - 1;
        Step before = steps.get(last);
        String state = CLOSED.contains(before.state()) ? OUTCOMES[random.nextInt(4)] : before.state();
        Step after = new Step(state, before.on().plusDays(random.nextInt(200)));
        List<Integer> numbers = as(Tokens.analyst()).get("/api/v1/allegations/" + ids.get(chosen) + "/transitions")
                .path("items.number");
        done(act(ids.get(chosen), "transitions/" + numbers.get(last) + "/correction",
                "{\"reason\": \"found out\", \"transition\": " + json(after) + "}"));
        steps.set(last, after);
        standing.set(chosen, steps);
    }

    private List<Step> anyTruth() {
        List<Step> truth = new ArrayList<>();
        LocalDate day = LocalDate.of(2016, 11, 1).plusDays(random.nextInt(500));
        String state = "received";
        for (int steps = random.nextInt(8); steps >= 0; steps--) {
            truth.add(new Step(state, day));
            state = next(state);
            day = day.plusDays(1 + random.nextInt(120));
        }
        return truth;
    }

    private String next(String state) {
        return switch (state) {
            case "received" -> "under_assessment";
            case "under_assessment" -> OUTCOMES[random.nextInt(4)];
            case "reopened" -> random.nextBoolean() ? "under_assessment" : OUTCOMES[random.nextInt(4)];
            default -> "reopened";
        };
    }

    /** Where an outcome and its reopening stand that can be left out at first; 0 for nowhere. */
    private static int latePair(List<Step> truth) {
        for (int i = 2; i + 2 < truth.size(); i++) {
            if (CLOSED.contains(truth.get(i).state()) && CLOSED.contains(truth.get(i + 2).state())) {
                return i;
            }
        }
        return 0;
    }

    private void single(String id, Step step) {
        boolean wrongly = random.nextInt(5) == 0;
        Response answer = act(id, "transitions", json(wrongly ? new Step(step.state(), step.on().plusDays(40)) : step));
        done(answer);
        if (wrongly) {
            done(act(id, "transitions/" + entries(id) + "/correction",
                    "{\"reason\": \"misread\", \"transition\": " + json(step) + "}"));
        }
    }

    private void several(String id, List<Step> steps) {
        List<Step> shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, random);
        done(act(id, "transitions/several", "{\"transitions\": ["
                + shuffled.stream().map(step -> json(step)).collect(Collectors.joining(", ")) + "]}"));
    }

    private void withdrawn(String id, Step step) {
        done(act(id, "transitions", json(step)));
        done(act(id, "transitions/" + entries(id) + "/withdrawal", "{\"reason\": \"another case\"}"));
    }

    private static int entries(String id) {
        var list = as(Tokens.analyst())
                .get("/api/v1/allegations/" + id + "/transitions").jsonPath();
        return list.getList("items").size() + list.getList("superseded").size();
    }

    private void done(Response answer) {
        answer.then().statusCode(201);
        last = answer;
    }

    /** A duplicate repeats a case that never is one itself, and was received after all months that are asked for. */
    private String json(Step step) {
        boolean duplicate = step.state().equals("duplicate");
        return step(step.state(), step.on().toString(), duplicate ? "\"duplicateOf\": \"" + original() + "\"" : "");
    }

    private String original() {
        if (original == null) {
            original = create(party, "2026-01-01", "").path("id");
        }
        return original;
    }
}
