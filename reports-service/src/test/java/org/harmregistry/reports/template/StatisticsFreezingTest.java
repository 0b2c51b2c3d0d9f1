package org.harmregistry.reports.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.reports.archive.Archive;
import org.harmregistry.reports.archive.LongContent;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.registry.Incident;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/** Many records: read as they are now where those are the ones that were counted, and as of the instant where not. */
class StatisticsFreezingTest {

    private static final int DAYS = 500;
    private static final int EACH_DAY = 5;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final Map<String, String> FILTER = Map.of("from", FIRST.toString(), "to",
            FIRST.plusDays(DAYS - 1).toString());

    private final Vertx vertx = Vertx.vertx();
    private final List<String> walks = new ArrayList<>();
    private int changedSince;
    private int countedWrong;
    private byte[] kept;

    @AfterEach
    void end() {
        vertx.closeAndAwait();
    }

    private static Incident incident(int day, int number, long version) {
        return new Incident(new UUID(day * 7919L, number).toString(), version, null, null, null, null);
    }

    private static String lines() {
        return IntStream.range(0, DAYS * EACH_DAY).mapToObj(i -> incident(i / EACH_DAY, i % EACH_DAY, 1).id() + ":1\n").sorted()
                .collect(Collectors.joining());
    }

    private void walk(Map<String, String> part, long version, Consumer<Incident> each) {
        int from = (int) (LocalDate.parse(part.get("from")).toEpochDay() - FIRST.toEpochDay());
        int to = (int) (LocalDate.parse(part.get("to")).toEpochDay() - FIRST.toEpochDay());
        for (int day = from; day <= to; day++) {
            for (int number = 0; number < EACH_DAY; number++) {
                each.accept(incident(day, number, day == 100 ? version : 1));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private StatisticsFreezing freezing() {
        IncidentCatalog catalog = (IncidentCatalog) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] { IncidentCatalog.class }, (self, method, given) -> switch (method.getName()) {
                    case "statistics" -> Uni.createFrom().item(statistics());
                    case "eachIncident", "eachIncidentOfNow" -> Uni.createFrom().voidItem().invoke(() -> {
                        walks.add(method.getName());
                        walk((Map<String, String>) given[0], method.getName().endsWith("Now") ? 1 + changedSince : 1,
                                (Consumer<Incident>) given[1]);
                    });
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new StatisticsFreezing(catalog, new Archive() {

            @Override
            public Uni<String> keep(byte[] content, String mediaType) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Uni<String> keep(LongContent content, String mediaType) {
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                content.pieces().forEach(whole::writeBytes);
                kept = whole.toByteArray();
                return Uni.createFrom().item(content.digest());
            }

            @Override
            public Uni<Optional<byte[]>> find(String digest) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Multi<byte[]> pieces(String digest) {
                throw new UnsupportedOperationException();
            }
        }, vertx);
    }

    private Statistics statistics() {
        String digest = CanonicalJson.digestOfText(lines() + "x".repeat(countedWrong));
        return new Statistics("week", "incidents-count-1", List.of(), null, null,
                new Statistics.Totals(DAYS * EACH_DAY, null, null, null, List.of()), List.of(),
                new Statistics.RecordSet(DAYS * EACH_DAY, digest, null));
    }

    private FrozenStatistics freeze() {
        return freezing().freeze(UUID.randomUUID(), FILTER, "week").await().indefinitely();
    }

    @Test
    void whatDidNotChangeSinceIsReadAsItIsNow() {
        FigureRecords.Frozen records = freeze().records();
        assertThat(records.count()).isEqualTo(DAYS * EACH_DAY);
        assertThat(new String(kept)).isEqualTo(lines());
        assertThat(records.digest()).isEqualTo(CanonicalJson.digestOfText(lines()));
        assertThat(walks).hasSize(16).containsOnly("eachIncidentOfNow");
    }

    @Test
    void whatChangedSinceIsReadAsOfTheInstant() {
        changedSince = 1;
        assertThat(freeze().records().digest()).isEqualTo(CanonicalJson.digestOfText(lines()));
        assertThat(walks).hasSize(32);
        assertThat(walks.subList(16, 32)).containsOnly("eachIncident");
    }

    @Test
    void otherRecordsThanWereCountedAreNeverFrozen() {
        countedWrong = 1;
        assertThatThrownBy(this::freeze).hasMessageContaining("");
        assertThat(kept).isNull();
        assertThat(walks).hasSize(64);
    }
}
