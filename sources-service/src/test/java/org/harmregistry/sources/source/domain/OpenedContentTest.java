package org.harmregistry.sources.source.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.harmregistry.sources.archive.ArchivedText;
import org.harmregistry.sources.archive.ArchivedText.Integrity;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What comes out is compared with the tree that a common reader makes of it. */
class OpenedContentTest {

    private static final String TEXTS = """
            "texts": [{"digest": "sha-256:a", "language": "ar"},
                      {"digest": "sha-256:b", "language": "en", "translation": {"of": "sha-256:a", "digest": "no"}}]""";
    private static final String WORDS = "قصف \"الرقة\" \\ \n\t\u0001 and an emoji \uD83D\uDD4A </script>";

    private final ObjectMapper mapper = new ObjectMapper();

    private static ArchivedText text(String words) {
        return new ArchivedText(words, null);
    }

    @Test
    void putsTheWordsWhereTheyBelong() throws Exception {
        String written = "{\"kind\": \"article\", " + TEXTS + ", \"title\": \"t\"}";
        OpenedContent opened = OpenedContent.of(written);
        assertThat(opened.digests()).containsExactlyInAnyOrder("sha-256:a", "sha-256:b");

        ObjectNode tree = (ObjectNode) mapper
                .readTree(opened.withWords(Map.of("sha-256:a", text(WORDS), "sha-256:b", text(""))));
        ObjectNode expected = (ObjectNode) mapper.readTree(written);
        ((ObjectNode) expected.at("/texts/0")).put("text", WORDS);
        ((ObjectNode) expected.at("/texts/1")).put("text", "");
        assertThat(tree).isEqualTo(expected);
    }

    /** Longer than any buffer of a reader, and with what looks like texts and isn't. */
    @Test
    void isNotMisledByWhatStandsAround() throws Exception {
        String decoys = "{\"article\": {\"texts\": [{\"digest\": \"inner\"}]}, \"title\": \""
                + "\\\"texts\\\": [{}] ".repeat(9_000)
                + "\", \"list\": [[{\"digest\": \"x\"}], 1, null], ";
        String written = decoys + TEXTS + ", \"author\": \"" + "ش".repeat(70_000) + "\"}";
        OpenedContent opened = OpenedContent.of(written);
        assertThat(opened.digests()).containsExactlyInAnyOrder("sha-256:a", "sha-256:b");

        String words = WORDS.repeat(20_000);
        ObjectNode tree = (ObjectNode) mapper.readTree(opened.withWords(Map.of("sha-256:b", text(words))));
        ObjectNode expected = (ObjectNode) mapper.readTree(written);
        ((ObjectNode) expected.at("/texts/1")).put("text", words);
        assertThat(tree).isEqualTo(expected);
    }

    @Test
    void marksWhatIsDamagedAndLeavesWhatIsUnknown() throws Exception {
        String written = "{" + TEXTS + "}";
        ObjectNode tree = (ObjectNode) mapper.readTree(
                OpenedContent.of(written).withWords(Map.of("sha-256:a", new ArchivedText(null, Integrity.CONTENT_DAMAGED))));
        ObjectNode expected = (ObjectNode) mapper.readTree(written);
        ((ObjectNode) expected.at("/texts/0")).put("integrity", "content_damaged");
        assertThat(tree).isEqualTo(expected);
    }

    @Test
    void hasNothingToFillWithoutTexts() {
        for (String written : new String[] { "{}", "{\"texts\": []}", "{\"texts\": null, \"title\": \"t\"}" }) {
            assertThat(OpenedContent.of(written).digests()).isEmpty();
            assertThat(OpenedContent.of(written).withWords(Map.of())).isEqualTo(written);
        }
    }
}
