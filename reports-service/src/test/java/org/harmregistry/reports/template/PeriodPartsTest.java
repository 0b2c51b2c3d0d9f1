package org.harmregistry.reports.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record that lay in two parts would be counted twice, one between them never. */
class PeriodPartsTest {

    @ParameterizedTest
    @CsvSource({ "2011-03-01,2021-02-10,16,16", "2020-02-28,2020-03-01,16,3", "2020-01-01,2020-01-01,16,1",
            "2020-01-01,2020-12-31,1,1", "2020-01-01,2020-01-17,16,9" })
    void holdEachDayOnce(LocalDate from, LocalDate to, int most, int parts) {
        List<Map<String, String>> found = PeriodParts
                .of(Map.of("country", "SY", "from", from.toString(), "to", to.toString()), most);
        assertThat(found).hasSize(parts).allMatch(part -> part.get("country").equals("SY"));
        LocalDate next = from;
        for (Map<String, String> part : found) {
            assertThat(part.get("from")).isEqualTo(next.toString());
            next = LocalDate.parse(part.get("to")).plusDays(1);
        }
        assertThat(next).isEqualTo(to.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({ "from", "to" })
    void stayTogetherWithoutBothEnds(String end) {
        Map<String, String> filter = Map.of(end, "2020-01-01", "overlaps", "2020-01-01/2020-02-01");
        assertThat(PeriodParts.of(filter, 16)).containsExactly(filter);
    }
}
