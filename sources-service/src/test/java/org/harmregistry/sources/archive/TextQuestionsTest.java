package org.harmregistry.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Readers share questions and nothing else. */
class TextQuestionsTest {

    private record Asked(Set<String> digests, UniEmitter<? super Map<String, ArchivedText>> answer) {

        private void answer(String version) {
            answer.complete(digests.stream().collect(Collectors.toMap(Function.identity(),
                    digest -> new ArchivedText(digest + " " + version, null))));
        }
    }

    private record Later(long millis, Runnable work) {
    }

    private final List<Asked> asked = new ArrayList<>();
    private final List<Later> set = new ArrayList<>();
    private final TextQuestions questions = new TextQuestions(
            digests -> Uni.createFrom().emitter(answer -> asked.add(new Asked(new TreeSet<>(digests), answer))),
            (millis, work) -> set.add(new Later(millis, work)));

    /** The pauses after answers are over. */
    private void afterPauses() {
        afterAll(later -> later.millis() < 10);
    }

    /** The time of the alarm is over. */
    private void afterAlarm() {
        afterAll(later -> later.millis() >= 10);
    }

    private void afterAll(Predicate<Later> which) {
        List<Later> due = set.stream().filter(which).toList();
        set.removeAll(due);
        due.forEach(later -> later.work().run());
    }

    private void answer(int question, String version) {
        asked.get(question).answer(version);
        afterPauses();
    }

    private UniAssertSubscriber<Map<String, ArchivedText>> read(String... digests) {
        return questions.ask(Set.of(digests)).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static Map<String, ArchivedText> texts(String version, String... digests) {
        return List.of(digests).stream().collect(Collectors.toMap(Function.identity(),
                digest -> new ArchivedText(digest + " " + version, null)));
    }

    private List<Set<String>> named() {
        return asked.stream().map(Asked::digests).toList();
    }

    @Test
    void whoComesFirstIsAskedForAtOnceAndWhoComesMeanwhileTogether() {
        var first = read("a");
        var second = read("b");
        var third = read("c", "d");
        assertThat(named()).containsExactly(Set.of("a"));

        answer(0, "1");
        first.assertItem(texts("1", "a"));
        assertThat(named()).containsExactly(Set.of("a"), Set.of("b", "c", "d"));
        second.assertNotTerminated();

        answer(1, "1");
        second.assertItem(texts("1", "b"));
        third.assertItem(texts("1", "c", "d"));
    }

    @Test
    void afterAnAnswerTheNextQuestionWaitsAMomentForOthers() {
        var first = read("a");
        read("b");
        asked.get(0).answer("1");
        first.assertItem(texts("1", "a"));
        read("c");
        assertThat(asked).hasSize(1);

        afterPauses();
        assertThat(named()).containsExactly(Set.of("a"), Set.of("b", "c"));
    }

    @Test
    void whoComesAfterThatMomentIsAskedForAtOnce() {
        read("a");
        answer(0, "1");
        read("b");

        assertThat(named()).containsExactly(Set.of("a"), Set.of("b"));
    }

    /** What is damaged after a question went out is damaged for whoever asks afterwards, and they are to be told. */
    @Test
    void nobodyIsGivenTheAnswerToAnEarlierQuestion() {
        var before = read("a");
        var after = read("a");
        answer(0, "before");
        before.assertItem(texts("before", "a"));
        after.assertNotTerminated();

        answer(1, "after");
        after.assertItem(texts("after", "a"));
        read("a");
        assertThat(named()).containsExactly(Set.of("a"), Set.of("a"), Set.of("a"));
    }

    @Test
    void aQuestionThatHangsIsNotWaitedForByOthers() {
        var hangs = read("a");
        var waits = read("b");
        afterAlarm();
        assertThat(named()).containsExactly(Set.of("a"), Set.of("b"));
        var next = read("c");
        assertThat(asked).hasSize(2);

        answer(1, "1");
        waits.assertItem(texts("1", "b"));
        answer(2, "1");
        next.assertItem(texts("1", "c"));
        answer(0, "1");
        hangs.assertItem(texts("1", "a"));
        afterAlarm();
        read("d");
        read("e");
        assertThat(named()).endsWith(Set.of("d")).hasSize(4);
    }

    /** There is one alarm, and it may have been set for an earlier question. */
    @Test
    void aQuestionThatFollowsOthersIsFoundHangingToo() {
        read("a");
        answer(0, "1");
        read("b");
        read("c");
        assertThat(set).hasSize(1);

        afterAlarm();
        assertThat(asked).hasSize(2);
        afterAlarm();
        assertThat(named()).containsExactly(Set.of("a"), Set.of("b"), Set.of("c"));
    }

    @Test
    void onlySoManyQuestionsHangAtOnce() {
        for (int i = 0; i < 10; i++) {
            read("text " + i);
            afterAlarm();
        }
        assertThat(asked).hasSize(3);

        answer(0, "1");
        assertThat(asked).hasSize(4);
        assertThat(named().get(3)).hasSize(7);
    }

    @Test
    void aQuestionThatFailsFailsThoseItWasForAndTheNextGoesOut() {
        var first = read("a");
        var waits = read("b");
        asked.get(0).answer().fail(new IllegalStateException("away"));
        afterPauses();

        first.assertFailedWith(IllegalStateException.class);
        answer(1, "1");
        waits.assertItem(texts("1", "b"));
    }

    @Test
    void aQuestionThatCannotEvenBeAskedIsAFailureAndHoldsNobodyUp() {
        TextQuestions broken = new TextQuestions(digests -> {
            throw new IllegalStateException("closed");
        }, (millis, work) -> set.add(new Later(millis, work)));

        for (int i = 0; i < 5; i++) {
            var reader = broken.ask(Set.of("a")).subscribe().withSubscriber(UniAssertSubscriber.create());
            afterPauses();
            reader.assertFailedWith(IllegalStateException.class);
        }
    }

    @Test
    void whoDoesNotWaitAnyLongerIsNotAskedFor() {
        read("a");
        read("b").cancel();
        read("c");
        answer(0, "1");

        assertThat(named()).containsExactly(Set.of("a"), Set.of("c"));
    }

    @Test
    void aQuestionIsForABoundedNumberOfTexts() {
        read("a");
        List<String> many = IntStream.range(0, 3 * TextQuestions.MOST).mapToObj(i -> "text " + i).toList();
        many.forEach(this::read);
        for (int i = 0; i < asked.size(); i++) {
            answer(i, "1");
        }

        assertThat(asked).hasSize(4).allMatch(each -> each.digests().size() <= TextQuestions.MOST);
        assertThat(named().stream().flatMap(Set::stream)).containsAll(many);
    }
}
