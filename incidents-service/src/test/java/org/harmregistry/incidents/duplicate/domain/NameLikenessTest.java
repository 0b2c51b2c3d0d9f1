package org.harmregistry.incidents.duplicate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.harmregistry.kit.words.SearchTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {

    private static final NameLikeness LIKENESS = new NameLikeness(text -> SearchTerms.of(text));

    @ParameterizedTest
    @CsvSource({ "Muhammad Ahmad, Mohammed Ahmed", "Khaled al-Hussein, Khalid Al Husayn", "Fatima Omar, Omar Fatma",
            "Abd al-Rahman Saleh, Abdurrahman Salih", "Abdullah Omar, Abd Allah Umar",
            "Youssef Ali Hamdan, Yusuf Hamdan", "Nour Haddad, Noor Hadad",
            "\u0645\u062d\u0645\u062f \u0623\u062d\u0645\u062f, Mohammad Ahmad",
            "\u0641\u0627\u0637\u0645\u0629 \u062e\u0644\u064a\u0644, Fatima Khalil" })
    void takesSpellingsOfOneNameForOne(String one, String other) {
        assertThat(LIKENESS.same(one, other)).isTrue();
        assertThat(LIKENESS.same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "Hassan Ahmad, Hussein Ahmad", "Ahmad, Ahmad Khalil", "Omar Saleh, Amal Saleh", "Ali Hamdan, Ali Haddad",
            "Muhammad Ahmad, Mahmoud Hamid", "\u0645\u062d\u0645\u062f \u0623\u062d\u0645\u062f, Mahmoud Khalil",
            "'', Ahmad Khalil" })
    void keepsNamesOfDifferentPeopleApart(String one, String other) {
        assertThat(LIKENESS.same(one, other)).isFalse();
    }

    /**
     * Names alone, all pairs of 300 records with 150 duplicates of which many lost a name or got another one. On the whole set
     * the figures are 0.99 and 0.76.
     */
    @Test
    void findsInventedDuplicatesByNameAlone() throws IOException {
        List<String[]> rows = rows();
        int found = 0;
        int wrong = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (LIKENESS.same(name(rows.get(i)), name(rows.get(j)))) {
                    boolean duplicates = person(rows.get(i)).equals(person(rows.get(j)));
                    found += duplicates ? 1 : 0;
                    wrong += duplicates ? 0 : 1;
                }
            }
        }

        assertThat(rows).hasSize(300);
        assertThat((double) found / (found + wrong)).as("precision").isGreaterThan(0.97);
        assertThat(found / 150.0).as("recall").isBetween(0.7, 1.0);
    }

    private static String name(String[] row) {
        return row[1] + " " + row[2];
    }

    private static String person(String[] row) {
        return row[0].split("-")[1];
    }

    private static List<String[]> rows() throws IOException {
        try (InputStream file = NameLikenessTest.class.getResourceAsStream("/febrl/names.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
