package org.harmregistry.incidents.record;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a record was taken from. */
@Schema(description = "Where it was taken from")
public record SourceReference(
        @Schema(description = "Id of the source in the register of sources") UUID sourceId,
        @Schema(description = "Address of the publication, http or https", maxLength = 2000) String url,
        @Schema(description = "What kind of publication it is, such as official, press or civil society", maxLength = 300) String kind) {

    public SourceReference {
        Fields.url(url, "/url");
    }

    public static void check(SourceReference source) {
        if (source != null) {
            Fields.atMost(Fields.MAX_LINE, source.kind, "/source/kind");
        }
    }
}
