package org.harmregistry.sources.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Asks for the texts of many readers at once. While as many questions as may be are on their way, who comes waits, and is asked
 * for together with all others who wait: what a question costs depends little on how many texts it names. Nothing is
 * remembered: each reader gets what was read after they had asked, never the answer to an earlier question.
 */
final class TextQuestions {

    /** A second one, so that one line that hangs does not hold up everybody. */
    private static final int ON_THEIR_WAY = 2;

    /** Of up to a mebibyte each. */
    static final int MOST = 16;

    private record Reader(Set<String> digests, UniEmitter<? super Map<String, ArchivedText>> answer, AtomicBoolean gone) {

        private Map<String, ArchivedText> own(Map<String, ArchivedText> texts) {
            Map<String, ArchivedText> own = new LinkedHashMap<>();
            digests.forEach(digest -> own.put(digest, texts.get(digest)));
            return own;
        }
    }

    private final Function<Set<String>, Uni<Map<String, ArchivedText>>> question;
    private final Queue<Reader> waiting = new ArrayDeque<>();
    private int onTheirWay;

    /** @param question asks for texts, once and within a time; its answer has an entry for each */
    TextQuestions(Function<Set<String>, Uni<Map<String, ArchivedText>>> question) {
        this.question = question;
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
        List<Reader> readers = taken();
        if (readers.isEmpty()) {
            return;
        }
        Set<String> digests = new HashSet<>();
        readers.forEach(reader -> digests.addAll(reader.digests()));
        Uni.createFrom().deferred(() -> question.apply(digests)).subscribe().with(
                texts -> {
                    back();
                    readers.forEach(reader -> reader.answer().complete(reader.own(texts)));
                }, failure -> {
                    back();
                    readers.forEach(reader -> reader.answer().fail(failure));
                });
    }

    private void back() {
        synchronized (waiting) {
            onTheirWay--;
        }
        next();
    }

    /** Those who wait, as many as one question may be for; none if no further question may go out. */
    private List<Reader> taken() {
        List<Reader> readers = new ArrayList<>();
        synchronized (waiting) {
            int texts = 0;
            while (onTheirWay < ON_THEIR_WAY && !waiting.isEmpty()
                    && (readers.isEmpty() || texts + waiting.element().digests().size() <= MOST)) {
                Reader reader = waiting.remove();
                if (!reader.gone().get()) {
                    readers.add(reader);
                    texts += reader.digests().size();
                }
            }
            onTheirWay += readers.isEmpty() ? 0 : 1;
        }
        return readers;
    }
}
