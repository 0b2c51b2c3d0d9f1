package org.harmregistry.reports.log.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.harmregistry.reports.log.PlainLog;
import org.junit.jupiter.api.Test;

/**
 * The tree is the standard tree: against the vectors of the reference implementation of Certificate Transparency, and
 * against the definitions of RFC 6962 written down plainly.
 */
class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<byte[]> VECTOR = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f").stream().map(HEX::parseHex).toList();
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final String[] PATH_OF_0_IN_7 = { "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e" };
    private static final String[] PROOF_OF_6_IN_8 = { "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7" };
    private static final String[] PROOF_OF_2_IN_5 = { "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b" };

    @Test
    void hasTheRootsAndPathsOfTheReferenceImplementation() {
        TreeNodes tree = new TreeNodes(grown(VECTOR));
        TreeGrowth growth = new TreeGrowth(0, List.of());
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(HEX.formatHex(tree.hash(Span.whole(size)))).isEqualTo(ROOTS.get(size));
            assertThat(HEX.formatHex(growth.root())).isEqualTo(ROOTS.get(size));
            if (size < VECTOR.size()) {
                growth.append(VECTOR.get(size));
            }
        }
        assertThat(hex(tree.hashes(Span.inclusion(0, 7)))).containsExactly(PATH_OF_0_IN_7);
        assertThat(hex(tree.hashes(Span.consistency(6, 8)))).containsExactly(PROOF_OF_6_IN_8);
        assertThat(hex(tree.hashes(Span.consistency(2, 5)))).containsExactly(PROOF_OF_2_IN_5);
    }

    @Test
    void provesEveryLeafOfEverySize() {
        List<byte[]> leaves = leaves(150);
        TreeNodes tree = new TreeNodes(grown(leaves));
        for (int size = 1; size <= leaves.size(); size++) {
            byte[] root = PlainLog.root(leaves.subList(0, size));
            assertThat(tree.hash(Span.whole(size))).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = tree.hashes(Span.inclusion(index, size));
                byte[] leaf = MerkleHash.ofLeaf(leaves.get(index));
                assertThat(ProofCheck.includes(leaf, index, size, path, root)).isTrue();
                assertThat(ProofCheck.includes(leaf, index == 0 ? 1 : index - 1, size, path, root)).isFalse();
            }
        }
    }

    @Test
    void agreesWithTheDefinitionsAcrossTiles() {
        List<byte[]> leaves = leaves(2_000);
        TreeNodes tree = new TreeNodes(grown(leaves));
        Random random = new Random(6962);
        for (int round = 0; round < 60; round++) {
            int second = 1 + random.nextInt(leaves.size());
            int first = 1 + random.nextInt(second);
            int index = random.nextInt(second);
            List<byte[]> whole = leaves.subList(0, second);
            byte[] root = PlainLog.root(whole);
            List<byte[]> path = tree.hashes(Span.inclusion(index, second));
            List<byte[]> proof = tree.hashes(Span.consistency(first, second));
            assertThat(hex(path)).isEqualTo(hex(PlainLog.path(index, whole)));
            assertThat(hex(proof)).isEqualTo(hex(PlainLog.proof(first, whole)));
            assertThat(ProofCheck.includes(MerkleHash.ofLeaf(leaves.get(index)), index, second, path, root)).isTrue();
            byte[] firstRoot = PlainLog.root(leaves.subList(0, first));
            assertThat(ProofCheck.joins(first, firstRoot, second, root, proof)).isTrue();
            refusesDamage(random, first, firstRoot, second, root, proof);
        }
    }

    private static void refusesDamage(Random random, int first, byte[] firstRoot, int second, byte[] root,
            List<byte[]> proof) {
        assertThat(ProofCheck.joins(first, flipped(random, firstRoot), second, root, proof)).isFalse();
        assertThat(ProofCheck.joins(first, firstRoot, second, flipped(random, root), proof)).isFalse();
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> changed = new ArrayList<>(proof);
            changed.set(i, flipped(random, proof.get(i)));
            assertThat(ProofCheck.joins(first, firstRoot, second, root, changed)).isFalse();
            changed.remove(i);
            assertThat(ProofCheck.joins(first, firstRoot, second, root, changed)).isFalse();
        }
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(root);
        assertThat(ProofCheck.joins(first, firstRoot, second, root, longer)).isFalse();
    }

    /** The example of C2SP tlog-tiles: 70,000 leaves. */
    @Test
    void laysOutTilesAsTheStandardCountsThem() {
        Map<Integer, Long> levels = grown(leaves(70_000)).stream()
                .collect(Collectors.groupingBy(TreeNode::level, Collectors.counting()));
        assertThat(levels).isEqualTo(Map.of(0, 273L * 256 + 112, 1, 256L + 17, 2, 1L));
        assertThat(new TileAddress(0, 273, 112).within(70_000)).isEqualTo(new NodeRange(0, 69_888, 70_000));
        assertThat(TreeGrowth.edge(70_000)).containsExactly(new NodeRange(0, 69_888, 70_000), new NodeRange(1, 256, 273),
                new NodeRange(2, 0, 1));
    }

    @Test
    void growsInAnyStepsToTheSameTree() {
        List<byte[]> leaves = leaves(1_300);
        List<TreeNode> grown = new ArrayList<>();
        Random random = new Random(1);
        for (int size = 0; size < leaves.size();) {
            int next = Math.min(leaves.size(), size + random.nextInt(300));
            TreeGrowth growth = new TreeGrowth(size, edge(grown, size));
            leaves.subList(size, next).forEach(growth::append);
            grown.addAll(growth.grown());
            size = next;
            assertThat(growth.root()).isEqualTo(PlainLog.root(leaves.subList(0, size)));
        }
        assertThat(new TreeNodes(grown).hash(Span.whole(1_300))).isEqualTo(PlainLog.root(leaves));
        assertThat(grown).hasSize(1_300 + 5);
    }

    @Test
    void readsAddressesOfTilesInOneFormOnly() {
        assertThat(TileAddress.of("0", "x001/x234/067")).contains(new TileAddress(0, 1_234_067, 256));
        assertThat(TileAddress.of("63", "000.p/255")).contains(new TileAddress(63, 0, 255));
        for (String[] wrong : new String[][] { { "64", "000" }, { "00", "000" }, { "-1", "000" }, { "0", "0" },
                { "0", "x000/000" },
                { "0", "001/002" }, { "0", "x001" }, { "0", "000.p/0" }, { "0", "000.p/256" }, { "0", "000.p/01" },
                { "0", "000.p/" }, { "0", "000/" }, { "0", "\u0660\u0660\u0660" }, { "0", "x999/x999/x999/x999/x999/999" } }) {
            assertThat(TileAddress.of(wrong[0], wrong[1])).as(wrong[0] + "/" + wrong[1]).isEmpty();
        }
    }

    private static List<TreeNode> edge(List<TreeNode> grown, int size) {
        List<NodeRange> ranges = TreeGrowth.edge(size);
        return grown.stream().filter(node -> ranges.stream().anyMatch(range -> range.level() == node.level()
                && node.position() >= range.from() && node.position() < range.to())).toList();
    }

    private static List<TreeNode> grown(List<byte[]> leaves) {
        TreeGrowth growth = new TreeGrowth(0, List.of());
        leaves.forEach(growth::append);
        return growth.grown();
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count).mapToObj(i -> ByteBuffer.allocate(4).putInt(i).array()).toList();
    }

    private static byte[] flipped(Random random, byte[] hash) {
        byte[] changed = Arrays.copyOf(hash, hash.length);
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
