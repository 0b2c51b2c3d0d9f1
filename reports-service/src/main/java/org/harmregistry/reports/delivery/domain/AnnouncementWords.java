package org.harmregistry.reports.delivery.domain;

import org.harmregistry.reports.wording.Wording;

/**
 * Says what happened to an edition.
 *
 * @param wording the language; titles stay in the edition's own
 */
public record AnnouncementWords(Wording wording) {

    /** One line. */
    public String title(Announcement announcement) {
        return switch (announcement.occasion()) {
            case PUBLISHED -> announcement.number() > 1 ? wording.text("feed.corrected", announcement.title())
                    : announcement.title();
            case CORRECTION_DUE -> wording.text("feed.correction_due", announcement.title());
            case SUPERSEDED -> wording.text("feed.superseded", announcement.title());
            case WITHDRAWN -> wording.text("feed.withdrawn", announcement.title());
            case TEST, CONFIRMATION -> throw new IllegalArgumentException("this is not about an edition");
        };
    }

    /** A sentence or two. */
    public String summary(Announcement announcement) {
        Integer number = announcement.number();
        return switch (announcement.occasion()) {
            case PUBLISHED -> number > 1 ? wording.text("feed.corrected.summary", number)
                    : wording.text("feed.published.summary");
            case CORRECTION_DUE -> wording.text("feed.correction_due.summary", number);
            case SUPERSEDED -> wording.text("feed.superseded.summary", number);
            case WITHDRAWN -> wording.text("feed.withdrawn.summary", number, announcement.reason());
            case TEST, CONFIRMATION -> throw new IllegalArgumentException("this is not about an edition");
        };
    }
}
