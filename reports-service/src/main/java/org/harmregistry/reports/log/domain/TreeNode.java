package org.harmregistry.reports.log.domain;

/**
 * A hash of a tile.
 *
 * @param level the tile's level, from 0 for the hashes of leaves
 * @param position its place among the hashes of that level, from 0
 * @param hash 32 bytes
 */
public record TreeNode(int level, long position, byte[] hash) {
}
