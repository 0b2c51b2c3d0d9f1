package org.harmregistry.sources.source.domain;

import java.util.regex.Pattern;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * The id of a source in another system, unique within the organisation that brought it.
 *
 * @param system lower-case name of the system, 1 to 60 characters of a-z, 0-9, dot, hyphen
 * @param id 1 to 200 characters
 */
public record ExternalId(String system, String id) {

    private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");

    public ExternalId {
        if (system == null || !SYSTEM.matcher(system).matches()) {
            throw Failure.at(system == null ? CommonFailure.MISSING_FIELD : CommonFailure.INVALID_VALUE, "/system",
                    "A system is named by 1 to 60 characters of a-z, 0-9, dot and hyphen.");
        }
        Texts.required(id, 200, "/id");
    }
}
