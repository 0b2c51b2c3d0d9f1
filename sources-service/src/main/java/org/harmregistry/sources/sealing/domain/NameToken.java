package org.harmregistry.sources.sealing.domain;

/**
 * What stands for a name in the index.
 *
 * @param key name of the index key it was made with
 * @param token hexadecimal
 */
public record NameToken(String key, String token) {
}
