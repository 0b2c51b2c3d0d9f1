package org.harmregistry.incidents.record;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.bulk.RowKey;

/** The id of the same thing in another system. */
@Schema(name = "IdElsewhere", description = "The id of the same thing in another system")
public record ExternalId(
        @Schema(maxLength = 300, examples = "ucdp-ged") String system,
        @Schema(maxLength = 300, examples = "214797") String id) {

    public ExternalId {
        Fields.required(system, "/system");
        Fields.required(id, "/id");
    }

    public static void check(List<ExternalId> ids) {
        for (int i = 0; i < ids.size(); i++) {
            Fields.atMost(Fields.MAX_LINE, ids.get(i).system, "/externalIds/" + i + "/system");
            Fields.atMost(Fields.MAX_LINE, ids.get(i).id, "/externalIds/" + i + "/id");
        }
    }

    /** The ids as imports name them. */
    public static List<RowKey> keys(List<ExternalId> ids) {
        return ids.stream().map(id -> new RowKey(id.system, id.id)).toList();
    }
}
