package org.harmregistry.sources.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Asks for the texts of many readers at once. While a question is on its way, and for a moment after it, who comes waits. All
 * who wait are asked for together: what a question costs depends little on how many texts it names. Nothing is remembered: each
 * reader gets what was read after they had asked, never the answer to an earlier question.
 */
final class TextQuestions {

    /** Does something once so much time is over. */
    interface Later {

        void after(long millis, Runnable work);
    }

    /**
     * A line that hangs must not hold up everybody: a question that is not answered within this, or twice this, is not waited
     * for by others.
     */
    private static final long LATE_MILLIS = 50;
    private static final int MOST_LATE = 3;

    /** Who comes alone finds this over; who comes among many shares a question with more of them. */
    private static final long APART_MILLIS = 1;

    /** Of up to a mebibyte each. */
    static final int MOST = 16;

    private record Reader(Set<String> digests, UniEmitter<? super Map<String, ArchivedText>> answer, AtomicBoolean gone) {

        private Map<String, ArchivedText> own(Map<String, ArchivedText> texts) {
            Map<String, ArchivedText> own = new LinkedHashMap<>();
            digests.forEach(digest -> own.put(digest, texts.get(digest)));
            return own;
        }
    }

    /** A question on its way. Guarded, as all state here is, by {@link #waiting}. */
    private static final class Question {

        private final List<Reader> readers = new ArrayList<>();
        private boolean late;
    }

    private final Function<Set<String>, Uni<Map<String, ArchivedText>>> asking;
    private final Later later;
    private final Queue<Reader> waiting = new ArrayDeque<>();
    private Question onItsWay;
    private boolean pausing;
    private Question watched;
    private int late;

    /** @param asking asks for texts, once and within a time; its answer has an entry for each */
    TextQuestions(Function<Set<String>, Uni<Map<String, ArchivedText>>> asking) {
        this(asking, (millis, work) -> Infrastructure.getDefaultWorkerPool().schedule(work, millis, TimeUnit.MILLISECONDS));
    }

    TextQuestions(Function<Set<String>, Uni<Map<String, ArchivedText>>> asking, Later later) {
        this.asking = asking;
        this.later = later;
    }

    /**
     * Asks for these texts, together with others' or by themselves.
     *
     * @return an entry for each of them; fails as the question does. Who does not wait any longer is not asked for.
     */
    Uni<Map<String, ArchivedText>> ask(Set<String> digests) {
        return Uni.createFrom().emitter(answer -> {
            Reader reader = new Reader(digests, answer, new AtomicBoolean());
            answer.onTermination(() -> reader.gone().set(true));
            synchronized (waiting) {
                waiting.add(reader);
            }
            next();
        });
    }

    private void next() {
        Question question = taken();
        if (question.readers.isEmpty()) {
            return;
        }
        Set<String> digests = new HashSet<>();
        question.readers.forEach(reader -> digests.addAll(reader.digests()));
        Uni.createFrom().deferred(() -> asking.apply(digests)).subscribe().with(
                texts -> {
                    answered(question);
                    question.readers.forEach(reader -> reader.answer().complete(reader.own(texts)));
                }, failure -> {
                    answered(question);
                    question.readers.forEach(reader -> reader.answer().fail(failure));
                });
    }

    /** Those who wait, as many as one question may be for; none if no further question may go out. */
    private Question taken() {
        Question question = new Question();
        synchronized (waiting) {
            int texts = 0;
            while (onItsWay == null && !pausing && late < MOST_LATE && !waiting.isEmpty()
                    && (question.readers.isEmpty() || texts + waiting.element().digests().size() <= MOST)) {
                Reader reader = waiting.remove();
                if (!reader.gone().get()) {
                    question.readers.add(reader);
                    texts += reader.digests().size();
                }
            }
            if (!question.readers.isEmpty()) {
                onItsWay = question;
                watch();
            }
        }
        return question;
    }

    /** One alarm for all questions, not one for each: it goes off for the one that was on its way when it was set. */
    private void watch() {
        if (watched == null) {
            Question question = onItsWay;
            watched = question;
            later.after(LATE_MILLIS, () -> late(question));
        }
    }

    private void late(Question question) {
        synchronized (waiting) {
            watched = null;
            if (onItsWay == question) {
                question.late = true;
                late++;
                onItsWay = null;
            } else if (onItsWay != null) {
                watch();
            }
        }
        next();
    }

    private void answered(Question question) {
        synchronized (waiting) {
            if (question.late) {
                late--;
            } else {
                onItsWay = null;
                pausing = true;
                later.after(APART_MILLIS, () -> {
                    synchronized (waiting) {
                        pausing = false;
                    }
                    next();
                });
            }
        }
        next();
    }
}
