package org.harmregistry.kit.history;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One value that a change made another.
 *
 * @param pointer where in the record (RFC 6901)
 * @param before the value or array before; absent if there was none
 * @param after the value or array after; absent if there is none any more
 */
@Schema(name = "ValueChange", description = "One value that a change made another")
public record ValueChange(
        @Schema(description = "Where in the record, as a JSON pointer (RFC 6901)", examples = "/place/admin1") String pointer,
        @Schema(description = "The value, or the whole array, before; absent if there was none", type = SchemaType.OBJECT) JsonNode before,
        @Schema(description = "The value, or the whole array, after; absent if there is none any more", type = SchemaType.OBJECT) JsonNode after) {
}
