package org.harmregistry.reports.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Ids are the same wherever a list is cut. */
class ListedIdsTest {

    private static List<UUID> read(String text, int piece) {
        byte[] list = text.getBytes(StandardCharsets.US_ASCII);
        ListedIds ids = new ListedIds();
        List<UUID> found = new ArrayList<>();
        for (int from = 0; from < list.length; from += piece) {
            found.addAll(ids.in(Arrays.copyOfRange(list, from, Math.min(list.length, from + piece))));
        }
        return found;
    }

    @Test
    void areReadInPiecesOfAnyLength() {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(50).toList();
        String list = IntStream.range(0, ids.size()).mapToObj(i -> ids.get(i) + ":" + i * i + "\n")
                .collect(Collectors.joining());
        for (int piece : new int[] { 1, 36, 37, 38, 39, 100, list.length() }) {
            assertThat(read(list, piece)).as("pieces of %s", piece).isEqualTo(ids);
        }
    }

    @Test
    void whatIsNoLineOfAListIsPassedOver() {
        UUID id = UUID.randomUUID();
        assertThat(read("damaged\n:3\n\n" + id + "\n" + UUID.randomUUID(), 7)).containsExactly(id);
        assertThat(read("", 1)).isEmpty();
    }
}
