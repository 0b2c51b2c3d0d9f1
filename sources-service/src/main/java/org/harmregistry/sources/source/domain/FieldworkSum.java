package org.harmregistry.sources.source.domain;

/**
 * How much field work a group of sources stands for.
 *
 * @param key what the group has in common; {@code null} for sources that do not say
 * @param visits site visits
 * @param interviews interviews
 * @param people how many people the interviews say were interviewed, added up
 * @param interviewsWithoutPeople interviews that do not say how many people
 * @param families different families, each counted once; {@code null} where they are too few to be shown
 */
public record FieldworkSum(String key, long visits, long interviews, long people, long interviewsWithoutPeople,
        Long families) {

    /** The fewest sources, and the fewest families, that are counted for everybody. */
    public static final int LEAST_SHOWN = 3;

    /** The sum as everybody may see it; {@code null} if it is about too few. */
    FieldworkSum forEverybody() {
        if (visits + interviews < LEAST_SHOWN) {
            return null;
        }
        return new FieldworkSum(key, visits, interviews, people, interviewsWithoutPeople,
                families == null || families < LEAST_SHOWN ? null : families);
    }
}
