package org.harmregistry.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The parts against what the standards and the reference implementation of Certificate Transparency say themselves. */
class StandardsTest {

    private static final HexFormat HEX = HexFormat.of();

    /** C2SP signed-note, "Example". */
    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String TEXT = "This is an example message.\n";
    private static final String SIGNATURE = "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=";

    /** C2SP tlog-checkpoint. */
    private static final String CHECKPOINT = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            """;
    private static final List<byte[]> LEAVES = Stream
            .of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HEX::parseHex).toList();
    private static final String ROOT_OF_6 = "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef";
    private static final String ROOT_OF_7 = "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c";
    private static final String ROOT_OF_8 = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";
    private static final List<String> PATH_OF_0_IN_7 = List.of(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e");
    private static final List<String> PROOF_OF_6_IN_8 = List.of(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");

    @Test
    void acceptsTheExampleNoteAndNoOther() throws NotSoundException {
        VerifierKey key = VerifierKey.of(KEY);
        byte[] signed = Base64Text.decode(SIGNATURE, "the example");
        byte[] signature = Arrays.copyOfRange(signed, 4, signed.length);
        assertThat(Arrays.copyOf(signed, 4)).isEqualTo(key.id());
        assertThat(key.signed(TEXT.getBytes(StandardCharsets.UTF_8), signature)).isTrue();
        assertThat(key.signed(TEXT.toUpperCase().getBytes(StandardCharsets.UTF_8), signature)).isFalse();
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.signed(TEXT.getBytes(StandardCharsets.UTF_8), changed)).isFalse();
        }
    }

    @Test
    void refusesKeysWhosePartsDoNotBelongTogether() {
        for (String wrong : List.of("", "a", "a+b+c", KEY.replace("530d903a", "530d903b"), KEY.replace("foo", "fop"),
                KEY.replace("Aeky", "Aekz"), KEY.replace("+Aek", "+Ack"), KEY + "=", KEY.replace("530d903a", "530D903A"))) {
            assertThatThrownBy(() -> VerifierKey.of(wrong)).as(wrong).isInstanceOf(NotSoundException.class);
        }
    }

    @Test
    void readsTheExampleCheckpoint() throws NotSoundException {
        SignedCheckpoint checkpoint = SignedCheckpoint.of(CHECKPOINT);
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThatThrownBy(() -> checkpoint.check(VerifierKey.of(KEY))).isInstanceOf(NotSoundException.class);
        for (String wrong : List.of("", "\n\n", CHECKPOINT.replace("20852163", "020852163"),
                CHECKPOINT.replace("=\n\n", "\n\n"),
                CHECKPOINT.replace("q2I=", "q2J="), CHECKPOINT.replace("\n\n", "\n"),
                CHECKPOINT.replace("\n\n", "\nmore\n\n"))) {
            assertThatThrownBy(() -> SignedCheckpoint.of(wrong)).as(wrong).isInstanceOf(NotSoundException.class);
        }
    }

    @Test
    void followsThePathsOfTheReferenceImplementation() throws NotSoundException {
        byte[] leaf = MerklePath.leaf(LEAVES.get(0));
        List<byte[]> path = bytes(PATH_OF_0_IN_7);
        assertThat(HEX.formatHex(MerklePath.root(leaf, 0, 7, path))).isEqualTo(ROOT_OF_7);
        assertThat(HEX.formatHex(MerklePath.root(leaf, 1, 7, path))).isNotEqualTo(ROOT_OF_7);
        assertThatThrownBy(() -> MerklePath.root(leaf, 0, 7, path.subList(1, 3))).isInstanceOf(NotSoundException.class);
        assertThatThrownBy(() -> MerklePath.root(leaf, 7, 7, path)).isInstanceOf(NotSoundException.class);
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(path.get(0));
        assertThatThrownBy(() -> MerklePath.root(leaf, 0, 7, longer)).isInstanceOf(NotSoundException.class);
    }

    @Test
    void joinsTheTreesOfTheReferenceImplementation() throws NotSoundException {
        List<byte[]> proof = bytes(PROOF_OF_6_IN_8);
        assertThat(MerklePath.joins(6, HEX.parseHex(ROOT_OF_6), 8, HEX.parseHex(ROOT_OF_8), proof)).isTrue();
        assertThat(MerklePath.joins(6, HEX.parseHex(ROOT_OF_7), 8, HEX.parseHex(ROOT_OF_8), proof)).isFalse();
        assertThat(MerklePath.joins(6, HEX.parseHex(ROOT_OF_6), 8, HEX.parseHex(ROOT_OF_7), proof)).isFalse();
        assertThatThrownBy(() -> MerklePath.joins(6, HEX.parseHex(ROOT_OF_6), 8, HEX.parseHex(ROOT_OF_8), proof.subList(0, 2)))
                .isInstanceOf(NotSoundException.class);
    }

    private static List<byte[]> bytes(List<String> hashes) {
        return hashes.stream().map(HEX::parseHex).toList();
    }
}
