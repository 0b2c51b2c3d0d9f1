package org.harmregistry.incidents.redress;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ExternalId;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.KnownDay;
import org.harmregistry.incidents.record.RecordContent;
import org.harmregistry.incidents.record.SourceReference;
import org.harmregistry.kit.problem.Failure;

/** Redress as it is written. */
@Schema(name = "RedressContent", description = "What a party offers, pays or refuses for harm. Beneficiaries are counts, never names")
public record Redress(
        @Schema(description = "Slug of the party that it is asked of or comes from", required = true) String party,
        @Schema(description = "The incident that it is for. Whoever may not see it does not see the redress either") UUID incident,
        @Schema(description = "The allegation that it is for, to the same party. Whoever may not see it does not see the redress either") UUID allegation,
        @Schema(required = true) RedressKind kind,
        @Schema(description = "For what kind of loss") LossType lossType,
        @Schema(description = "How the claim stands today; lodged unless given") RedressState state,
        @Schema(description = "The day on which it was offered; known in the world from then on") LocalDate offeredOn,
        @Schema(description = "The day on which it was paid, not before it was offered; with state paid only") LocalDate paidOn,
        @Schema(description = "The sum offered or paid") Amount amount,
        Beneficiaries beneficiaries,
        SourceReference source,
        @Schema(maxLength = 10000, description = "Without names of people") String notes,
        List<ExternalId> externalIds) implements RecordContent {

    public Redress {
        Fields.required(party, "/party");
        Fields.required(kind, "/kind");
        Fields.day(offeredOn, "/offeredOn");
        Fields.day(paidOn, "/paidOn");
        state = state == null ? RedressState.LODGED : state;
        externalIds = Fields.list(externalIds, "/externalIds");
    }

    @Override
    public void check() {
        Fields.atMost(Fields.MAX_TEXT, notes, "/notes");
        Fields.ordered(offeredOn, paidOn, "/paidOn");
        ExternalId.check(externalIds);
        SourceReference.check(source);
        if (paidOn != null && state != RedressState.PAID) {
            throw Failure.at(RedressFailure.NOT_PAID, "/paidOn", RedressFailure.NOT_PAID.title() + ".");
        }
    }

    Redress forIncident(UUID other) {
        return new Redress(party, other, allegation, kind, lossType, state, offeredOn, paidOn, amount, beneficiaries, source,
                notes, externalIds);
    }

    LocalDate knownOn() {
        return KnownDay.of(Stream.of(offeredOn == null ? KnownDay.NEVER : offeredOn, paidOn == null ? KnownDay.NEVER : paidOn)
                .min(LocalDate::compareTo).orElseThrow(), null);
    }
}
