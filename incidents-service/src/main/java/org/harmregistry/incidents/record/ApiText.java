package org.harmregistry.incidents.record;

import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.idempotency.IdempotentCall;

/** Sentences that the API document repeats. */
public final class ApiText {

    public static final String LIMIT = "How many items a page holds: 1 to 200, 50 unless given";
    public static final String AFTER = "Cursor of the page before (page.next); good for the same question only";
    public static final String COUNT = "exact, to be told how many there are on all pages";
    public static final String COUNTED = "How many there are on all pages; absent without count=exact";
    public static final String IDEMPOTENCY_KEY = IdempotentCall.KEY + "; within 7 days the same key with the same "
            + "body gives the first answer again";
    public static final String IF_NONE_MATCH = "ETag that the reader holds: 304 if it is still current";
    public static final String CREATE_ONLY = "Must be *: PUT only creates";
    public static final String IF_MATCH = "The record's ETag";
    public static final String MERGE_PATCH = "application/merge-patch+json";
    public static final String NOT_MODIFIED = "Not changed since the ETag in If-None-Match";
    public static final String CREATED = "Created; Location and ETag tell its address and version";
    public static final String KNOWN_BY = "Only what had been published in the world by this day (YYYY-MM-DD, included). What is "
            + "dated to a month or a year only counts as known from the end of that month or year, and what has no date never.";

    public static final String AS_OF = AsOf.PARAMETER + ". Today's rights apply.";
    public static final String ANSWERED_AS_OF = "The effective instant of an answer about the past, UTC; absent without asOf";
    public static final String REVISIONS = "For analysts, publishers and admins: the whole record after each change, the oldest "
            + "first, by whom, when and why, with the old and the new values.";
    public static final String CHANGES = "One order in which nothing ever appears before a position already handed out. page.next "
            + "is always there, to go on with later. With Accept: text/event-stream it is followed live: each event's id is the "
            + "cursor behind it, and Last-Event-ID goes on there. 410 cursor_expired if the feed has begun anew or was restored.";
    public static final String FEED_AFTER = "Cursor to go on from (page.next); absent to begin";

    private ApiText() {
    }
}
