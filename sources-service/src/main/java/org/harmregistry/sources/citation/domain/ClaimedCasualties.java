package org.harmregistry.sources.citation.domain;

import java.util.Objects;
import java.util.stream.Stream;

import org.harmregistry.sources.source.domain.Texts;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Killed, or injured, as a source says. The groups overlap: children, women and men are not added to civilians.
 *
 * @param people all, of whatever status: what a source means that says "12 killed" and no more
 * @param civilians all civilians
 * @param children under 18
 * @param women adult women
 * @param men adult men
 * @param words what the source says in place of a number, such as "dozens", verbatim; at most 200 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimedCasualties(ClaimedRange people, ClaimedRange civilians, ClaimedRange children, ClaimedRange women,
        ClaimedRange men, String words) {

    public ClaimedCasualties {
        people = ClaimedRange.known(people);
        civilians = ClaimedRange.known(civilians);
        children = ClaimedRange.known(children);
        women = ClaimedRange.known(women);
        men = ClaimedRange.known(men);
        Texts.bounded(words, 200, "/words");
    }

    static ClaimedCasualties known(ClaimedCasualties casualties) {
        return casualties == null || casualties.members().allMatch(Objects::isNull) ? null : casualties;
    }

    private Stream<Object> members() {
        return Stream.of(people, civilians, children, women, men, words);
    }
}
