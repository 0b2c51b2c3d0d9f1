package org.harmregistry.incidents.party;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.PartialDate;

/** Membership of a party in a coalition. */
@Schema(name = "PartyMember", description = "Membership of a party in a coalition")
public record Member(
        @Schema(description = "Slug of the member", required = true) String party,
        @Schema(description = "Since when; absent if unknown") PartialDate from,
        @Schema(description = "Until when, included; absent if unknown or still a member") PartialDate to) {

    public Member {
        Fields.required(party, "/party");
    }

    LocalDate firstDay() {
        return from == null ? null : from.firstDay();
    }

    LocalDate lastDay() {
        return to == null ? null : to.lastDay();
    }
}
