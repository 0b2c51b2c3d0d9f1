package org.harmregistry.reports.log.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A proof of the log (RFC 6962, 2.1.1 and 2.1.2); hashes in Base64.
 *
 * @param index the leaf that is included; absent in a proof of consistency
 * @param from size of the smaller tree; absent in a proof of inclusion
 * @param size size of the tree that is proved against
 * @param subject hash of the leaf, or root of the smaller tree
 * @param root root of the tree that is proved against
 * @param hashes the path
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogProof(Long index, Long from, Long size, String subject, String root, List<String> hashes) {
}
