package org.harmregistry.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Isolates become embeddings where the text in them runs against the document, and go away elsewhere. */
class EmbeddingsTest {

    @ParameterizedTest
    @CsvSource({
            "a [b] c, false, a b c",
            "a [ب] c, false, a <ب> c",
            "ا [b] ج, true, ا (b) ج",
            "ا [ب] ج, true, ا ب ج",
            "ا [[Raqqa]، ب] ج, true, ا (Raqqa)، ب ج",
            "ا {1 + 2} ج, true, ا (1 + 2) ج",
            "ا [12] ج, true, ا 12 ج",
            "ا b] ج, true, ا b ج",
            "ا [b ج, true, ا (b ج)",
    })
    void writesIsolatesAsEmbeddings(String isolated, boolean rightToLeft, String embedded) {
        String text = isolated.replace('[', '\u2068').replace('{', '\u2066').replace(']', '\u2069').replace('}', '\u2069');
        assertThat(Embeddings.of(text, rightToLeft).replace('\u202A', '(').replace('\u202B', '<').replace("\u202C",
                embedded.contains("<") ? ">" : ")")).isEqualTo(embedded);
    }
}
