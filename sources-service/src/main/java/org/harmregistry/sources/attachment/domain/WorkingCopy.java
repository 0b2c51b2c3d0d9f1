package org.harmregistry.sources.attachment.domain;

import org.harmregistry.sources.archive.StoredFile;

/**
 * A file that was made of an attachment.
 *
 * @param derivation what was done, in one word of lower_snake_case; one copy of each kind is kept
 * @param name what people see it called
 * @param mediaType what it is
 * @param file where its bytes lie
 */
public record WorkingCopy(String derivation, FileName name, String mediaType, StoredFile file) {
}
