package org.harmregistry.sources.source.domain;

import java.time.LocalDate;

/**
 * A letter or an e-mail.
 *
 * @param from the office that wrote it; at most 300 characters
 * @param to to whom; at most 300 characters
 * @param reference its reference; at most 200 characters
 * @param receivedOn the day on which it arrived
 */
public record Letter(String from, String to, String reference, LocalDate receivedOn) {

    public Letter {
        Texts.bounded(from, 300, "/from");
        Texts.bounded(to, 300, "/to");
        Texts.bounded(reference, 200, "/reference");
        Parts.date(receivedOn, "/receivedOn");
        Parts.requireSome(from, to, reference, receivedOn);
    }
}
