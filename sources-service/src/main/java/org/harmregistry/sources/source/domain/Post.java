package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A post on a platform.
 *
 * @param platform the platform's name in small letters, such as {@code telegram}; at most 60 characters
 * @param account the account's handle; at most 200 characters
 * @param postId the platform's id of the post; at most 200 characters
 * @param firstSeen when the registry's people saw it first, RFC 3339; finer than microseconds is cut off
 * @param deleted whether it is known to have been deleted since
 */
public record Post(String platform, String account, String postId, Instant firstSeen, Boolean deleted) {

    public Post {
        Texts.formed(platform, "[a-z0-9][a-z0-9._-]{0,59}", "/platform",
                "A platform is named by 1 to 60 characters of a-z, 0-9, dot, hyphen and underscore.");
        Texts.bounded(account, 200, "/account");
        Texts.bounded(postId, 200, "/postId");
        firstSeen = firstSeen == null ? null : firstSeen.truncatedTo(ChronoUnit.MICROS);
        Parts.requireSome(platform, account, postId, firstSeen, deleted);
    }
}
