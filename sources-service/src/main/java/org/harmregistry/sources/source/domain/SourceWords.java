package org.harmregistry.sources.source.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.harmregistry.kit.words.SearchTerms;
import org.harmregistry.sources.archive.Content;

/**
 * Parts what a source says into the words that it is found by. What everybody may see and what its own readers alone see are
 * kept apart, so that nobody finds a source by words that they are not shown.
 */
public final class SourceWords {

    /** Most distinct words of one text. */
    private static final int MOST_OF_TEXT = 20_000;
    private static final int MOST_OF_RECORD = 4_000;
    private static final int MOST_OF_NAMES = 100;

    private SourceWords() {
    }

    /**
     * The words of a source.
     *
     * @param texts the texts sent along; those that are there already keep their words
     */
    public static List<WordsOfSource> of(Source source, List<Content> texts) {
        SourceContent content = source.publicContent();
        List<WordsOfSource> found = new ArrayList<>();
        String[] names = names(content);
        String[] all = Stream.concat(Stream.of(names), said(content)).filter(Objects::nonNull).toArray(String[]::new);
        found.add(new WordsOfSource(WordsOfSource.RECORD, true, line(MOST_OF_RECORD, all), line(MOST_OF_NAMES, names)));
        own(source.content()).ifPresent(found::add);
        Set<String> kept = new HashSet<>();
        source.texts().forEach(text -> kept.add(text.digest()));
        texts.stream().filter(text -> kept.remove(text.digest()))
                .forEach(text -> found.add(new WordsOfSource(text.digest(), true, line(MOST_OF_TEXT, text.text()), null)));
        return found;
    }

    /** What people look for by name. */
    private static String[] names(SourceContent content) {
        SiteVisit visit = content.siteVisit();
        PublicStatement statement = content.statement();
        return Stream.of(content.title(), content.publisher(), content.author(),
                visit == null ? null : visit.organisation(),
                visit == null || visit.place() == null ? null : visit.place().name(),
                statement == null ? null : statement.speaker(), statement == null ? null : statement.office(),
                content.article() == null ? null : content.article().outlet()).filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    private static Stream<String> said(SourceContent content) {
        return Stream.of(visit(content.siteVisit()), statement(content.statement()), letter(content.letter()),
                register(content.registerEntry()), post(content.post())).flatMap(each -> each);
    }

    private static Stream<String> visit(SiteVisit visit) {
        if (visit == null) {
            return Stream.empty();
        }
        Stream<String> damage = visit.damage() == null ? Stream.empty() : visit.damage().stream().map(Damage::object);
        Stream<String> remnants = visit.remnants() == null ? Stream.empty()
                : visit.remnants().stream().flatMap(each -> Stream.of(each.description(), each.munition(), each.markings()));
        return Stream.concat(Stream.of(visit.seen()), Stream.concat(damage, remnants));
    }

    private static Stream<String> statement(PublicStatement statement) {
        return statement == null ? Stream.empty() : Stream.of(statement.party(), statement.addressedTo());
    }

    private static Stream<String> letter(Letter letter) {
        return letter == null ? Stream.empty() : Stream.of(letter.from(), letter.to(), letter.reference());
    }

    private static Stream<String> register(RegisterEntry entry) {
        return entry == null ? Stream.empty() : Stream.of(entry.register(), entry.entry(), entry.heldBy());
    }

    private static Stream<String> post(Post post) {
        return post == null ? Stream.empty() : Stream.of(post.platform(), post.account(), post.postId());
    }

    private static Optional<WordsOfSource> own(SourceContent content) {
        Interview interview = content.interview();
        if (interview == null) {
            return Optional.empty();
        }
        String place = interview.place() == null ? null : interview.place().name();
        String words = line(MOST_OF_RECORD,
                Stream.of(place, interview.family()).filter(Objects::nonNull).toArray(String[]::new));
        return words.isEmpty() ? Optional.empty()
                : Optional.of(new WordsOfSource(WordsOfSource.OWN, false, words, null));
    }

    private static String line(int most, String... texts) {
        return String.join(" ", SearchTerms.of(most, texts));
    }
}
