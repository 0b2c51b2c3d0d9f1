package org.harmregistry.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Numbers of pictures, beside the platform's own way to write them. */
class ShortNumberTest {

    @Test
    void areWrittenAsThePlatformWritesThem() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double value = (random.nextDouble() - 0.5) * 2_000 + 0.0003;
            assertThat(ShortNumber.of(value, 1)).isEqualTo(String.format(Locale.ROOT, "%.1f", value).replace("-0.0", "0.0"));
            assertThat(ShortNumber.of(value, 2)).isEqualTo(String.format(Locale.ROOT, "%.2f", value).replace("-0.00", "0.00"));
        }
        assertThat(ShortNumber.of(-0.04, 1)).isEqualTo("0.0");
        assertThat(ShortNumber.of(7.05, 2)).isEqualTo("7.05");
    }
}
