package org.harmregistry.reports.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthRangeTest {

    @ParameterizedTest
    @CsvSource({ "2017-06, 2017-10, true", "2017-10-17, 2018, true", "2016-10-01, 2017-06-01, true", "2017, 2017, true",
            ", , true",
            "2014-12-19, 2014-12-31, false", "2016-10-01, 2016-10-17, false", "2017-11, , false", ", 2017-05, false" })
    void meetsAPeriodThatItHasADayInCommonWith(String from, String to, boolean meets) {
        assertThat(new MonthRange(from, to).meets("2017-06", "2017-10")).isEqualTo(meets);
    }
}
