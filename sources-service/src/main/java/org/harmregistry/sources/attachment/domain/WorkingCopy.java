package org.harmregistry.sources.attachment.domain;

import org.harmregistry.sources.archive.StoredFile;

/**
 * A file that was made of an attachment.
 *
 * @param derivation what was done; of the kinds that the registry makes itself one copy is kept
 * @param name what people see it called
 * @param mediaType what it is; {@code null} if that is still to be found out
 * @param file where its bytes lie
 * @param note what the maker says of it; {@code null} for nothing
 */
public record WorkingCopy(Derivation derivation, FileName name, String mediaType, StoredFile file, String note) {
}
