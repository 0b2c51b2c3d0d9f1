package org.harmregistry.local.loader.strikes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

import org.harmregistry.local.loader.ShippedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The expected sums were taken from the file by other means than this program's. */
class MonthlyStrikesTest {

    private static List<MonthlyStrikes> months;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = ShippedData.packaged().open(MonthlyStrikes.NAME)) {
            months = MonthlyStrikes.read(file);
        }
    }

    private static int sum(Predicate<MonthlyStrikes> of) {
        return months.stream().filter(of).mapToInt(MonthlyStrikes::strikes).sum();
    }

    @Test
    void theSumsAreThoseOfTheFile() {
        assertThat(months).hasSize(630);
        assertThat(sum(all -> true)).isEqualTo(12_241);
        assertThat(sum(month -> month.country().equals("SY"))).isEqualTo(4_282);
        assertThat(sum(month -> month.country().equals("IQ"))).isEqualTo(7_959);
        assertThat(sum(month -> month.key().startsWith("2014-12"))).isEqualTo(175);
        assertThat(sum(month -> month.key().startsWith("2015-07"))).isEqualTo(876);
        assertThat(sum(month -> month.key().startsWith("2016-10"))).isEqualTo(305);
    }

    @Test
    void eachLiesInItsOwnMonthAndTheFileEndsOn17October2016() {
        assertThat(months).allSatisfy(month -> {
            assertThat(month.from().toString().substring(0, 7)).isEqualTo(month.to().toString().substring(0, 7))
                    .isEqualTo(month.key().substring(0, 7));
            assertThat(month.lastRelease()).isBetween(month.from(), month.to());
        });
        assertThat(months.stream().map(MonthlyStrikes::from).sorted().findFirst()).contains(LocalDate.of(2014, 12, 19));
        assertThat(months.stream().map(MonthlyStrikes::to).max(LocalDate::compareTo)).contains(LocalDate.of(2016, 10, 17));
    }

    @Test
    void eachIsTheCoalitionsAndHasAnIdOfItsOwn() {
        assertThat(months).extracting(month -> month.row().path("party").asText()).containsOnly("coalition");
        assertThat(months).extracting(month -> month.row().at("/externalIds/0/id").asText()).doesNotHaveDuplicates();
    }
}
