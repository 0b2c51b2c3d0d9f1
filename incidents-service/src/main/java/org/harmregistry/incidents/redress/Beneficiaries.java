package org.harmregistry.incidents.redress;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.Fields;

/** For how many it was. */
@Schema(name = "RedressBeneficiaries", description = "For how many it was: counts, never names. Absent is unknown")
public record Beneficiaries(
        @Schema(minimum = "0", maximum = "10000000") Integer people,
        @Schema(minimum = "0", maximum = "10000000") Integer families) {

    public Beneficiaries {
        Fields.number(people, "/people");
        Fields.number(families, "/families");
    }
}
