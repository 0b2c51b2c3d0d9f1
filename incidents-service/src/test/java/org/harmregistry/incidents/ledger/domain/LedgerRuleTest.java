package org.harmregistry.incidents.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.harmregistry.incidents.allegation.domain.AllegationHistories.DatedState;
import org.harmregistry.incidents.allegation.domain.AllegationState;
import org.harmregistry.incidents.allegation.domain.RecordedTransition;
import org.harmregistry.incidents.allegation.domain.TransitionContent;
import org.harmregistry.incidents.allegation.domain.TransitionPath;
import org.harmregistry.incidents.ledger.NaiveLedger;
import org.harmregistry.incidents.ledger.NaiveLedger.Step;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The ledger balances, whatever happened and in whatever order it was recorded. */
class LedgerRuleTest {

    private static final YearMonth FROM = YearMonth.of(2017, 3);
    private static final YearMonth TO = YearMonth.of(2018, 10);
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 11, 1);
    private static final String[] OUTCOMES = { "credible", "non_credible", "duplicate", "insufficient_information" };

    /** A case as it truly went, and as it came to be recorded. */
    record Case(UUID id, List<Step> truth, List<RecordedTransition> recorded) {
    }

    @Provide
    Arbitrary<List<Case>> cases() {
        return Arbitraries.randomValue(LedgerRuleTest::anyCase).list().ofMaxSize(40);
    }

    private static Case anyCase(Random random) {
        List<Step> truth = new ArrayList<>();
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(600));
        String state = "received";
        for (int steps = random.nextInt(9); steps >= 0; steps--) {
            truth.add(new Step(state, day));
            state = next(state, random);
            day = day.plusDays(1 + random.nextInt(150));
        }
        return new Case(new UUID(random.nextLong(), random.nextLong()), truth, record(truth, random));
    }

    /** By the machine as the interface is specified, not as the service has it. */
    private static String next(String state, Random random) {
        return switch (state) {
            case "received" -> "under_assessment";
            case "under_assessment" -> OUTCOMES[random.nextInt(4)];
            case "reopened" -> random.nextBoolean() ? "under_assessment" : OUTCOMES[random.nextInt(4)];
            default -> "reopened";
        };
    }

    /** Late and in any order; some first wrongly, with a correction; some that never were, and are taken back. */
    private static List<RecordedTransition> record(List<Step> truth, Random random) {
        List<RecordedTransition> entries = new ArrayList<>();
        List<Step> shuffled = new ArrayList<>(truth);
        Collections.shuffle(shuffled, random);
        for (Step step : shuffled) {
            int number = entries.size() + 1;
            if (random.nextInt(4) == 0) {
                Step wrong = new Step(OUTCOMES[random.nextInt(4)], step.on().plusDays(random.nextInt(90)));
                entries.add(entry(number, number, wrong));
                entries.add(entry(number + 1, number, step));
            } else if (random.nextInt(6) == 0) {
                entries.add(entry(number, number, new Step("reopened", step.on())));
                entries.add(entry(number + 1, number, null));
                entries.add(entry(number + 2, number + 2, step));
            } else {
                entries.add(entry(number, number, step));
            }
        }
        return entries;
    }

    private static RecordedTransition entry(int number, int root, Step step) {
        TransitionContent content = step == null ? null
                : new TransitionContent(AllegationState.valueOf(step.state().toUpperCase()), step.on(), null, null, null, null,
                        null, null, null, null, null);
        return new RecordedTransition(number, root, content, number == root ? null : "x", Instant.EPOCH, "test");
    }

    private static List<DatedState> standing(List<Case> cases) {
        return cases.stream().flatMap(one -> TransitionPath.of(one.recorded()).steps().stream()
                .map(entry -> new DatedState(one.id(), entry.transition().to(), entry.transition().on()))).toList();
    }

    @Property(tries = 300)
    void equalsTheNaiveLedgerForWhateverHappened(@ForAll("cases") List<Case> cases) {
        LedgerRule.Sums sums = LedgerRule.of(standing(cases), FROM, TO);

        assertThat(sums.inconsistent()).isEmpty();
        assertThat(sums.months().stream().map(LedgerRuleTest::asNaive).toList())
                .isEqualTo(new NaiveLedger(cases.stream().map(Case::truth).toList()).months(FROM, TO));
    }

    @Property(tries = 300)
    void carriesWhatIsOpenOverAndTelescopes(@ForAll("cases") List<Case> cases) {
        List<LedgerMonth> months = LedgerRule.of(standing(cases), FROM, TO).months();

        for (int i = 1; i < months.size(); i++) {
            assertThat(months.get(i).carriedOver()).isEqualTo(months.get(i - 1).open());
        }
        int came = months.stream().mapToInt(month -> month.received() + month.reopened()).sum();
        int closed = months.stream().mapToInt(month -> month.closed().total()).sum();
        assertThat(months.get(0).carriedOver() + came - closed).isEqualTo(months.get(months.size() - 1).open());
        assertThat(months).allMatch(month -> month.open() >= 0);
    }

    @Property(tries = 200)
    void isTheSameInOnePieceOrInTwo(@ForAll("cases") List<Case> cases) {
        YearMonth middle = FROM.plusMonths(7);
        List<LedgerMonth> pieces = new ArrayList<>(LedgerRule.of(standing(cases), FROM, middle).months());
        pieces.addAll(LedgerRule.of(standing(cases), middle.plusMonths(1), TO).months());

        assertThat(pieces).isEqualTo(LedgerRule.of(standing(cases), FROM, TO).months());
    }

    @Example
    void namesTheCasesThatCannotBe() {
        UUID good = UUID.randomUUID();
        UUID bad = UUID.randomUUID();
        List<DatedState> transitions = List.of(new DatedState(bad, AllegationState.RECEIVED, LocalDate.of(2017, 5, 1)),
                new DatedState(bad, AllegationState.CREDIBLE, LocalDate.of(2017, 5, 2)),
                new DatedState(good, AllegationState.RECEIVED, LocalDate.of(2017, 5, 1)));

        assertThat(LedgerRule.of(transitions, FROM, TO).inconsistent()).containsExactly(bad);
    }

    private static NaiveLedger.Month asNaive(LedgerMonth month) {
        Closed closed = month.closed();
        return new NaiveLedger.Month(month.month().toString(), month.carriedOver(), month.received(), month.reopened(),
                List.of(closed.credible(), closed.nonCredible(), closed.duplicate(), closed.insufficientInformation()),
                month.open());
    }
}
