package org.harmregistry.reports.mail;

import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.PlainReading;
import org.harmregistry.reports.delivery.domain.Attempt;
import org.harmregistry.reports.delivery.domain.Due;
import org.harmregistry.reports.delivery.domain.Outcome;
import org.harmregistry.reports.delivery.domain.Sending;
import org.harmregistry.reports.subscription.domain.AddressSeal;
import org.harmregistry.reports.subscription.domain.Channel;
import org.harmregistry.reports.subscription.domain.MailAddress;
import org.harmregistry.reports.wording.Wordings;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import io.vertx.mutiny.sqlclient.Row;

/** Sends e-mail through the operator's server. What fails is told by its kind alone: texts of servers repeat addresses. */
@ApplicationScoped
class MailCalls implements Sending {

    private static final String ADDRESS = """
            select m.sealed, s.language from mail_address m join subscription s on s.id = m.subscription_id
            where m.subscription_id = :subscription
            """;

    private final PlainReading reading;
    private final AddressSeal seal;
    private final MailText text;
    private final Wordings wordings;
    private final ReactiveMailer mailer;
    private final Duration longest;

    MailCalls(PlainReading reading, AddressSeal seal, MailText text, Wordings wordings, ReactiveMailer mailer,
            @ConfigProperty(name = "registry.mail.longest") Duration longest) {
        this.reading = reading;
        this.seal = seal;
        this.text = text;
        this.wordings = wordings;
        this.mailer = mailer;
        this.longest = longest;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Uni<Attempt> send(Due due) {
        long began = System.nanoTime();
        return reading.row(ADDRESS, Map.of("subscription", due.subscription())).chain(row -> send(due, row))
                .ifNoItem().after(longest).fail()
                .onFailure().recoverWithItem(MailCalls::outcomeOf)
                .map(outcome -> Attempt.without(outcome, Duration.ofNanos(System.nanoTime() - began)));
    }

    private Uni<Outcome> send(Due due, Row row) {
        if (row == null) {
            // Ended while it was being sent; its delivery is gone as well.
            return Uni.createFrom().item(Outcome.GONE);
        }
        MailAddress address = seal.opened(due.subscription(), row.getString(0));
        return address == null ? Uni.createFrom().item(Outcome.KEY_MISSING)
                : mailer.send(text.written(due, address.text(), wordings.in(row.getString(1))))
                        .replaceWith(Outcome.DELIVERED);
    }

    private static Outcome outcomeOf(Throwable failure) {
        if (failure instanceof SMTPException smtp && smtp.isPermanent()) {
            return Outcome.REFUSED;
        }
        return failure instanceof TimeoutException ? Outcome.TIMED_OUT : Outcome.UNREACHABLE;
    }
}
