package org.harmregistry.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
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

    private final List<Asked> asked = new ArrayList<>();
    private final List<Runnable> alarms = new ArrayList<>();
    private final TextQuestions questions = new TextQuestions(
            digests -> Uni.createFrom().emitter(answer -> asked.add(new Asked(new TreeSet<>(digests), answer))),
            alarm -> {
                alarms.add(alarm);
                return new FutureTask<>(alarm, null);
            });

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

        asked.get(0).answer("1");
        first.assertItem(texts("1", "a"));
        assertThat(named()).containsExactly(Set.of("a"), Set.of("b", "c", "d"));
        second.assertNotTerminated();

        asked.get(1).answer("1");
        second.assertItem(texts("1", "b"));
        third.assertItem(texts("1", "c", "d"));
    }

    /** What is damaged after a question went out is damaged for whoever asks afterwards, and they are to be told. */
    @Test
    void nobodyIsGivenTheAnswerToAnEarlierQuestion() {
        var before = read("a");
        var after = read("a");
        asked.get(0).answer("before");
        before.assertItem(texts("before", "a"));
        after.assertNotTerminated();

        asked.get(1).answer("after");
        after.assertItem(texts("after", "a"));
        read("a");
        assertThat(named()).containsExactly(Set.of("a"), Set.of("a"), Set.of("a"));
    }

    @Test
    void aQuestionThatHangsIsNotWaitedForByOthers() {
        var hangs = read("a");
        var waits = read("b");
        alarms.get(0).run();
        assertThat(named()).containsExactly(Set.of("a"), Set.of("b"));
        var next = read("c");
        assertThat(asked).hasSize(2);

        asked.get(1).answer("1");
        waits.assertItem(texts("1", "b"));
        asked.get(2).answer("1");
        next.assertItem(texts("1", "c"));
        asked.get(0).answer("1");
        hangs.assertItem(texts("1", "a"));
        alarms.forEach(Runnable::run);
        read("d");
        read("e");
        assertThat(named()).endsWith(Set.of("d")).hasSize(4);
    }

    @Test
    void onlySoManyQuestionsHangAtOnce() {
        for (int i = 0; i < 10; i++) {
            read("text " + i);
            alarms.get(alarms.size() - 1).run();
        }
        assertThat(asked).hasSize(3);

        asked.get(0).answer("1");
        assertThat(asked).hasSize(4);
        assertThat(named().get(3)).hasSize(7);
    }

    @Test
    void aQuestionThatFailsFailsThoseItWasForAndTheNextGoesOut() {
        var first = read("a");
        var waits = read("b");
        asked.get(0).answer().fail(new IllegalStateException("away"));

        first.assertFailedWith(IllegalStateException.class);
        asked.get(1).answer("1");
        waits.assertItem(texts("1", "b"));
    }

    @Test
    void aQuestionThatCannotEvenBeAskedIsAFailureAndHoldsNobodyUp() {
        TextQuestions broken = new TextQuestions(digests -> {
            throw new IllegalStateException("closed");
        });

        for (int i = 0; i < 5; i++) {
            broken.ask(Set.of("a")).subscribe().withSubscriber(UniAssertSubscriber.create())
                    .assertFailedWith(IllegalStateException.class);
        }
    }

    @Test
    void whoDoesNotWaitAnyLongerIsNotAskedFor() {
        read("a");
        read("b").cancel();
        read("c");
        asked.get(0).answer("1");

        assertThat(named()).containsExactly(Set.of("a"), Set.of("c"));
    }

    @Test
    void aQuestionIsForABoundedNumberOfTexts() {
        read("a");
        List<String> many = IntStream.range(0, 3 * TextQuestions.MOST).mapToObj(i -> "text " + i).toList();
        many.forEach(this::read);
        for (int i = 0; i < asked.size(); i++) {
            asked.get(i).answer("1");
        }

        assertThat(asked).hasSize(4).allMatch(each -> each.digests().size() <= TextQuestions.MOST);
        assertThat(named().stream().flatMap(Set::stream)).containsAll(many);
    }
}
