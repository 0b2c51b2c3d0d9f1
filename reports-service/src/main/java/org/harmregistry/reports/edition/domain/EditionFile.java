package org.harmregistry.reports.edition.domain;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A file of an edition.
 *
 * @param format its format, also its name in addresses
 * @param language its language; absent on files from before editions had several, which are in the edition's language
 * @param mediaType its media type
 * @param digest SHA-256 of its bytes
 * @param bytes its size
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EditionFile(String format, String language, String mediaType, String digest, long bytes) {

    boolean isIn(String wanted, String first) {
        return wanted.equals(language == null ? first : language);
    }
}
