package org.harmregistry.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    private final TextQuestions questions = new TextQuestions(
            digests -> Uni.createFrom().emitter(answer -> asked.add(new Asked(new TreeSet<>(digests), answer))));

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
        var third = read("c");
        var fourth = read("c", "d");
        assertThat(named()).containsExactly(Set.of("a"), Set.of("b"));

        asked.get(0).answer("1");
        first.assertItem(texts("1", "a"));
        assertThat(named()).endsWith(Set.of("c", "d")).hasSize(3);
        third.assertNotTerminated();

        asked.get(2).answer("1");
        third.assertItem(texts("1", "c"));
        fourth.assertItem(texts("1", "c", "d"));
        second.assertNotTerminated();
        asked.get(1).answer("1");
        second.assertItem(texts("1", "b"));
    }

    /** What is damaged after a question went out is damaged for whoever asks afterwards, and they are to be told. */
    @Test
    void nobodyIsGivenTheAnswerToAnEarlierQuestion() {
        var before = read("a");
        read("b");
        var after = read("a");
        asked.get(0).answer("before");
        before.assertItem(texts("before", "a"));
        after.assertNotTerminated();

        asked.get(2).answer("after");
        after.assertItem(texts("after", "a"));
        read("a");
        assertThat(named()).endsWith(Set.of("a")).hasSize(4);
    }

    @Test
    void aQuestionThatFailsFailsThoseItWasForAndTheNextGoesOut() {
        var first = read("a");
        var second = read("b");
        var waits = read("c");
        asked.get(0).answer().fail(new IllegalStateException("away"));

        first.assertFailedWith(IllegalStateException.class);
        asked.get(2).answer("1");
        waits.assertItem(texts("1", "c"));
        asked.get(1).answer("1");
        second.assertItem(texts("1", "b"));
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
        read("b");
        read("c").cancel();
        read("d");
        asked.get(0).answer("1");

        assertThat(named()).endsWith(Set.of("d")).hasSize(3);
    }

    @Test
    void aQuestionIsForABoundedNumberOfTexts() {
        read("a");
        read("b");
        List<String> many = IntStream.range(0, 3 * TextQuestions.MOST).mapToObj(i -> "text " + i).toList();
        many.forEach(this::read);
        for (int i = 0; i < asked.size(); i++) {
            asked.get(i).answer("1");
        }

        assertThat(asked).hasSize(5).allMatch(each -> each.digests().size() <= TextQuestions.MOST);
        assertThat(named().stream().flatMap(Set::stream)).containsAll(many);
    }
}
