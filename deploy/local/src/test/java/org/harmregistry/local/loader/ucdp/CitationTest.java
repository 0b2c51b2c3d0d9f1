package org.harmregistry.local.loader.ucdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationTest {

    @Test
    void splitsAtQuoteSemicolonQuoteAndLeavesSemicolonsOfHeadlines() {
        assertThat(Citation.parse("\"SOHR,2016-01-01,Clashes; &#8220;again&#8221;\";\"HRW,2016-01-02,Report\""))
                .extracting(Citation::office, Citation::datePrinted, Citation::headline)
                .containsExactly(tuple("SOHR", "2016-01-01", "Clashes; &#8220;again&#8221;"),
                        tuple("HRW", "2016-01-02", "Report"));
    }

    @Test
    void keepsCommasOfTheHeadlineAndThePrintedText() {
        Citation citation = Citation.parse("\"SOHR ,2016-01-01,Homs,  Hama\n and\u00a0Idlib \"").get(0);

        assertThat(citation.office()).isEqualTo("SOHR");
        assertThat(citation.headline()).isEqualTo("Homs, Hama and Idlib");
        assertThat(citation.asPrinted()).isEqualTo("SOHR ,2016-01-01,Homs,  Hama\n and\u00a0Idlib ");
    }

    @Test
    void theSameOfficeDateAndHeadlineIsTheSameSourceHoweverSpaced() {
        assertThat(Citation.parse("\"SOHR,2016-01-01,a  b\";\"SOHR ,2016-01-01, a b\";\"SOHR,2016-01-02,a b\""))
                .extracting(Citation::sourceKey).satisfies(keys -> {
                    assertThat(keys.get(0)).isEqualTo(keys.get(1)).hasSize(64);
                    assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
                });
    }

    @Test
    void thePlaceholderIsNoDate() {
        Citation citation = Citation.parse("\"SOHR,1753-01-01,a\"").get(0);

        assertThat(citation.publishedOn()).isNull();
        assertThat(citation.publishedBefore(LocalDate.parse("2016-01-01"))).isFalse();
        assertThat(citation.datePrinted()).isEqualTo("1753-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\"", "SOHR,2016-01-01,a", "\"SOHR,2016-01-01\"", "\"SOHR,January,a\"",
            "\"SOHR,2016-02-30,a\"" })
    void refusesWhatIsNoCitation(String cell) {
        assertThatThrownBy(() -> Citation.parse(cell)).isInstanceOf(RuntimeException.class);
    }
}
