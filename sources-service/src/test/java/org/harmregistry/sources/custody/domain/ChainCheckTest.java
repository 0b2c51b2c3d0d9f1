package org.harmregistry.sources.custody.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.harmregistry.sources.custody.domain.ChainFlaw.Kind;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Damages to chains in memory, so many that rare combinations come up; the same in the tables: {@code TamperedChainTest}. */
class ChainCheckTest {

    private static final int CHAINS = 2_000;
    private static final CustodyKeys KEYS = new CustodyKeys(List.of("a custody key for tests alone of 32 characters or more"));
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Random random = new Random(4);

    /** A chain as it grows: entries and the head after each. */
    private final class Grown {

        private final UUID source = new UUID(random.nextLong(), random.nextLong());
        private final List<ChainEntry> entries = new ArrayList<>();
        private final List<ChainHead> heads = new ArrayList<>();

        Grown to(int length) {
            while (entries.size() < length) {
                ChainHead head = heads.isEmpty() ? null : heads.get(heads.size() - 1);
                CustodyEntry entry = new CustodyEntry(source, random.nextBoolean() ? new UUID(1, random.nextLong()) : null,
                        CustodyAct.values()[random.nextInt(CustodyAct.values().length)], "subject",
                        Instant.ofEpochSecond(random.nextInt()), null, "because " + random.nextInt(),
                        Map.of("part", random.nextInt()));
                ChainEntry placed = ChainEntry.behind(head, entry, MAPPER.valueToTree(entry.detail()), KEYS);
                entries.add(placed);
                heads.add(ChainHead.at(source, placed, KEYS));
            }
            return this;
        }

        Grown backTo(int length) {
            entries.subList(length, entries.size()).clear();
            heads.subList(length, heads.size()).clear();
            return this;
        }

        ChainHead head() {
            return heads.get(heads.size() - 1);
        }

        /** Some heads on the way, and the last. */
        List<ChainHead> marks() {
            List<ChainHead> marks = new ArrayList<>(heads.subList(0, heads.size() - 1));
            marks.removeIf(mark -> random.nextInt(3) > 0);
            marks.add(head());
            return marks;
        }
    }

    /** The rows as the tables give them for one source: with its id, and numbered on. */
    private static ChainFlaw flawOf(Grown chain, List<ChainEntry> rows, ChainHead head, List<ChainHead> marks) {
        List<ChainEntry> read = new ArrayList<>();
        for (ChainEntry row : rows) {
            read.add(new ChainEntry(chain.source.toString(), read.size() + 1L, row.attachment(), row.act(), row.actor(),
                    row.at(), row.digest(), row.reason(), row.detail(), row.previous(), row.hash(), row.keyId(), row.mac()));
        }
        return ChainCheck.firstFlaw(new StoredChain(1, read, head), marks, KEYS);
    }

    @Test
    void rowsThatWereMovedOrLostAreFoundAtTheFirstPlace() {
        for (int i = 0; i < CHAINS; i++) {
            Grown chain = new Grown().to(3 + random.nextInt(10));
            int length = chain.entries.size();
            List<ChainHead> marks = chain.marks();
            List<ChainEntry> rows = new ArrayList<>(chain.entries);
            int place = 1 + random.nextInt(length - 1);
            assertThat(flawOf(chain, rows, chain.head(), marks)).isNull();

            rows.remove(place - 1);
            assertThat(flawOf(chain, rows, chain.head(), marks)).isEqualTo(new ChainFlaw(place, Kind.REMOVED));
            rows = new ArrayList<>(chain.entries);
            Collections.swap(rows, place - 1, place + random.nextInt(length - place));
            assertThat(flawOf(chain, rows, chain.head(), marks)).isEqualTo(new ChainFlaw(place, Kind.SWAPPED));
            rows = new ArrayList<>(chain.entries);
            rows.add(place - 1, new Grown().to(1).entries.get(0));
            assertThat(flawOf(chain, rows, chain.head(), marks)).isEqualTo(new ChainFlaw(place, Kind.INSERTED));
            rows = new ArrayList<>(chain.entries.subList(0, place));
            assertThat(flawOf(chain, rows, chain.head(), marks)).isEqualTo(new ChainFlaw(place + 1L, Kind.TRUNCATED));
            assertThat(flawOf(chain, rows, null, marks)).isEqualTo(new ChainFlaw(place + 1L, Kind.HEAD_MISSING));
        }
    }

    @Test
    void aChainThatWasRolledBackIsFoundByItsMarks() {
        for (int i = 0; i < CHAINS; i++) {
            Grown chain = new Grown().to(3 + random.nextInt(10));
            int length = chain.entries.size();
            List<ChainHead> marks = chain.marks();
            int left = 1 + random.nextInt(length - 1);
            chain.backTo(left);
            assertThat(flawOf(chain, chain.entries, chain.head(), List.of())).isNull();
            assertThat(flawOf(chain, chain.entries, chain.head(), marks))
                    .isEqualTo(new ChainFlaw(left + 1L, Kind.CHECKPOINT_MISMATCH));
            chain.to(length);
            long good = marks.stream().mapToLong(ChainHead::length).filter(mark -> mark <= left).max().orElse(0);
            assertThat(flawOf(chain, chain.entries, chain.head(), marks))
                    .isEqualTo(new ChainFlaw(good + 1, Kind.CHECKPOINT_MISMATCH));
        }
    }
}
