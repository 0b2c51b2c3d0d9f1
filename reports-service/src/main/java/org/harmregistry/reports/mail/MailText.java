package org.harmregistry.reports.mail;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.delivery.domain.Announcement;
import org.harmregistry.reports.delivery.domain.AnnouncementWords;
import org.harmregistry.reports.delivery.domain.Due;
import org.harmregistry.reports.delivery.domain.PublicUrl;
import org.harmregistry.reports.subscription.domain.ByLink;
import org.harmregistry.reports.subscription.domain.ByLink.Purpose;
import org.harmregistry.reports.wording.Wording;

import io.quarkus.mailer.Mail;

/**
 * Writes e-mail as plain text. All but the question carries a link to end it, and the headers by which mail programs do
 * so with one click (RFC 2369, RFC 8058).
 */
@ApplicationScoped
class MailText {

    private final ByLink links;
    private final PublicUrl publicUrl;

    MailText(ByLink links, PublicUrl publicUrl) {
        this.links = links;
        this.publicUrl = publicUrl;
    }

    Mail written(Due due, String address, Wording wording) {
        Announcement announcement = due.announcement();
        Mail mail = switch (announcement.occasion()) {
            case CONFIRMATION -> Mail.withText(address, wording.text("mail.confirmation.subject"), question(due, wording));
            case TEST -> ending(due, wording, Mail.withText(address, wording.text("mail.test.subject"),
                    wording.text("mail.test.text")));
            default -> ending(due, wording, about(announcement, address, wording));
        };
        return mail.addHeader("Auto-Submitted", "auto-generated");
    }

    private String question(Due due, Wording wording) {
        return wording.text("mail.confirmation.text") + "\n\n"
                + publicUrl.of("/subscriptions/confirmation/" + links.token(Purpose.CONFIRMATION, due.subscription()))
                + "\n\n" + wording.text("mail.confirmation.else")
                + "\n";
    }

    private Mail about(Announcement announcement, String address, Wording wording) {
        AnnouncementWords words = new AnnouncementWords(wording);
        String text = words.title(announcement) + "\n\n" + words.summary(announcement) + "\n\n" + wording.text("mail.read")
                + "\n" + publicUrl.of("/editions/" + announcement.edition());
        return Mail.withText(address, words.title(announcement).replaceAll("\\p{Cntrl}+", " "), text);
    }

    private Mail ending(Due due, Wording wording, Mail mail) {
        String end = publicUrl
                .of("/subscriptions/unsubscription/" + links.token(Purpose.UNSUBSCRIPTION, due.subscription()));
        return mail.setText(mail.getText() + "\n\n-- \n" + wording.text("mail.end") + "\n" + end + "\n")
                .addHeader("List-Unsubscribe", "<" + end + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
}
