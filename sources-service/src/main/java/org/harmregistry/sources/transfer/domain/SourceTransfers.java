package org.harmregistry.sources.transfer.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.attachment.domain.Attachments;
import org.harmregistry.sources.custody.domain.CustodyAct;
import org.harmregistry.sources.custody.domain.CustodyEntry;
import org.harmregistry.sources.custody.domain.CustodyLog;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.SourceJournal;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Records that evidence was handed over to an institution outside the registry. Source and file stay as they are. */
@ApplicationScoped
public class SourceTransfers {

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Sources sources;
    private final Attachments attachments;
    private final SourceJournal journal;
    private final CustodyLog custody;
    private final Clock clock;

    public SourceTransfers(UnitOfWork unitOfWork, Idempotency idempotency, Sources sources, Attachments attachments,
            SourceJournal journal, CustodyLog custody, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.sources = sources;
        this.attachments = attachments;
        this.journal = journal;
        this.custody = custody;
        this.clock = clock;
    }

    /**
     * Records a transfer.
     *
     * @param said reads what is said of it out of the body; asked only once the caller was found to be allowed
     * @param answer makes the answer that a retry is given again
     * @return fails with 404 if the source is not there for the caller, 403 if they are neither publisher nor custodian, 422
     *         {@code attachment_unknown} or {@code transferred_in_future}
     */
    public Uni<Answer> record(IdempotentCall call, UUID id, Supplier<Transfer> said, Function<CustodyEntry, Answer> answer) {
        Caller caller = call.caller();
        return unitOfWork.run(session -> sources.findAsCustodian(session, id, caller).chain(found -> {
            Source source = SourceAccess.custodyReadable(found, caller);
            caller.require(Role.PUBLISHER, Role.CUSTODIAN);
            Transfer transfer = said.get();
            return idempotency.once(session, call, () -> entry(session, caller, source, transfer)
                    .call(entry -> custody.append(session, entry)).map(answer));
        }));
    }

    private Uni<CustodyEntry> entry(Mutiny.Session session, Caller caller, Source source, Transfer transfer) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (transfer.on() != null && transfer.on().isAfter(today)) {
            throw Failure.at(TransferFailure.TRANSFERRED_IN_FUTURE, "/on", TransferFailure.TRANSFERRED_IN_FUTURE.title() + ".");
        }
        return digest(session, source, transfer.attachment()).map(digest -> new CustodyEntry(source.id(), transfer.attachment(),
                CustodyAct.TRANSFERRED, caller.subject(), now, digest, transfer.reason(),
                transfer.detail(today, source.version())));
    }

    private Uni<String> digest(Mutiny.Session session, Source source, UUID attachment) {
        if (attachment == null) {
            return Uni.createFrom().item(journal.digest(source));
        }
        return attachments.find(session, attachment).map(found -> {
            if (found == null || !found.sourceId().equals(source.id())) {
                throw Failure.at(TransferFailure.ATTACHMENT_UNKNOWN, "/attachment", "Name a file of this source.");
            }
            return found.digest();
        });
    }
}
