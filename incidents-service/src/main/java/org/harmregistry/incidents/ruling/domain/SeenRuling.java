package org.harmregistry.incidents.ruling.domain;

/**
 * A ruling on its way to one reader.
 *
 * @param ruling the ruling
 * @param whole whether the reader sees who ruled and why; everybody sees confirmed rulings without
 */
public record SeenRuling(Ruling ruling, boolean whole) {
}
