package org.harmregistry.reports.delivery.domain;

import org.harmregistry.reports.subscription.domain.Occasion;
import org.harmregistry.reports.wording.Wording;

/**
 * Says what happened to an edition.
 *
 * @param wording the language; titles stay in the edition's own
 */
public record AnnouncementWords(Wording wording) {

    /** One line. */
    public String title(Announcement announcement) {
        if (announcement.occasion() == Occasion.PUBLISHED) {
            return announcement.number() > 1 ? wording.text("feed.corrected", announcement.title()) : announcement.title();
        }
        return announcement.occasion() == Occasion.WITHDRAWN ? wording.text("feed.withdrawn", announcement.title())
                : wording.text("feed.superseded", announcement.title());
    }

    /** A sentence or two. */
    public String summary(Announcement announcement) {
        long number = announcement.number();
        if (announcement.occasion() == Occasion.PUBLISHED) {
            return number > 1 ? wording.text("feed.corrected.summary", number) : wording.text("feed.published.summary");
        }
        return announcement.occasion() == Occasion.WITHDRAWN
                ? wording.text("feed.withdrawn.summary", number, announcement.reason())
                : wording.text("feed.superseded.summary", number);
    }
}
