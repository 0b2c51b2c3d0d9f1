package org.harmregistry.incidents.commitment;

import java.time.YearMonth;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.Fields;

/** What a commitment promises, in a form in which the registry can see it come. */
@Schema(name = "CommitmentExpectation", description = "What was promised, in a form in which the registry can see it come: a "
        + "tally of the same party, of this kind and month")
public record Expected(
        @Schema(required = true) ExpectedKind kind,
        @Schema(required = true, type = SchemaType.STRING, pattern = "^\\d{4}-\\d{2}$", examples = "2018-06") YearMonth month) {

    public Expected {
        Fields.required(kind, "/kind");
        Fields.required(month, "/month");
        Fields.month(month, "/month");
    }
}
