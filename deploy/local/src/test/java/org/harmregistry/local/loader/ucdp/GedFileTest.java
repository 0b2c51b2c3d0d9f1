package org.harmregistry.local.loader.ucdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.local.loader.ucdp.Ged.EVENTS;

import java.io.InputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToIntFunction;

import org.harmregistry.local.loader.ShippedData;
import org.junit.jupiter.api.Test;

/** The figures were counted from the raw file by other means. */
class GedFileTest {

    @Test
    void theShippedFileIsTheOneThatItsReadmeNames() throws Exception {
        try (InputStream file = ShippedData.packaged().open(GedFile.NAME)) {
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.readAllBytes())))
                    .isEqualTo("176e63795ed915498c2b59ffdc7cf86a7f2a477125d8cb51e97a3e404d6677b0");
        }
    }

    @Test
    void holdsAllEventsAndCitations() {
        assertThat(EVENTS).hasSize(11_757);
        assertThat(EVENTS.stream().mapToInt(event -> event.citations().size()).sum()).isEqualTo(14_392);
    }

    @Test
    void addsUpToTheYearlyTotalsOfTheDataSet() {
        List<GedEvent> of2017 = EVENTS.stream().filter(event -> event.from().getYear() == 2017).toList();

        assertThat(of2017).hasSize(5_587);
        assertThat(sum(of2017, GedEvent.Deaths::low)).isEqualTo(32_783);
        assertThat(sum(of2017, GedEvent.Deaths::best)).isEqualTo(33_316);
        assertThat(sum(of2017, GedEvent.Deaths::high)).isEqualTo(36_654);
        assertThat(sum(of2017, GedEvent.Deaths::civilians)).isEqualTo(8_913);
    }

    @Test
    void holds37RowsWithTheLowEstimateAboveTheHighOne() {
        assertThat(EVENTS).filteredOn(event -> event.deaths().low() > event.deaths().high()).hasSize(37);
    }

    @Test
    void threeEventsBeganTheDayBeforeTheBattleAndReachIntoIt() {
        List<GedEvent> reachingIn = EVENTS.stream().filter(event -> event.governorate().equals("Ar Raqqah Governorate"))
                .filter(event -> event.from().equals(LocalDate.parse("2017-06-05")))
                .filter(event -> !event.to().isBefore(LocalDate.parse("2017-06-06"))).toList();

        assertThat(reachingIn).hasSize(3);
        assertThat(sum(reachingIn, GedEvent.Deaths::civilians)).isEqualTo(161);
    }

    private static int sum(List<GedEvent> events, ToIntFunction<GedEvent.Deaths> count) {
        return events.stream().mapToInt(event -> count.applyAsInt(event.deaths())).sum();
    }
}
