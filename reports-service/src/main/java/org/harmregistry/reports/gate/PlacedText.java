package org.harmregistry.reports.gate;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Fact;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.figure.Figure;

/**
 * A text of a document.
 *
 * @param pointer where it stands, as a JSON pointer into the edition's document
 * @param text the text
 */
record PlacedText(String pointer, String text) {

    /** The texts in which people write about people and places; addresses and digests are none. */
    static List<PlacedText> in(ReportDocument document) {
        List<PlacedText> found = new ArrayList<>();
        document("", document, found);
        for (int i = 0; i < document.translations().size(); i++) {
            document("/translations/" + i + "/report", document.translations().get(i).report(), found);
        }
        return found;
    }

    private static void document(String root, ReportDocument document, List<PlacedText> found) {
        each(root + "/lead", document.lead(), found);
        for (int i = 0; i < document.figures().size(); i++) {
            figure(root + "/figures/" + i, document.figures().get(i), found);
        }
        for (int i = 0; i < document.sections().size(); i++) {
            String at = root + "/sections/" + i;
            add(at + "/heading", document.sections().get(i).heading(), found);
            List<Block> blocks = document.sections().get(i).blocks();
            for (int j = 0; j < blocks.size(); j++) {
                block(at + "/blocks/" + j, blocks.get(j), found);
            }
        }
    }

    private static void figure(String at, Figure figure, List<PlacedText> found) {
        add(at + "/label", figure.label(), found);
        add(at + "/words", figure.words(), found);
        add(at + "/counts", figure.counts(), found);
        add(at + "/doesNotCount", figure.doesNotCount(), found);
    }

    private static void block(String at, Block block, List<PlacedText> found) {
        add(at + "/text", block.text(), found);
        for (int i = 0; i < block.facts().size(); i++) {
            Fact fact = block.facts().get(i);
            add(at + "/facts/" + i + "/heading", fact.heading(), found);
            add(at + "/facts/" + i + "/text", fact.text(), found);
            add(at + "/facts/" + i + "/quote", fact.quote(), found);
        }
        if (block.table() != null) {
            table(at + "/table", block.table(), found);
        }
    }

    private static void table(String at, Table table, List<PlacedText> found) {
        add(at + "/caption", table.caption(), found);
        for (int i = 0; i < table.rows().size(); i++) {
            add(at + "/rows/" + i + "/heading", table.rows().get(i).heading(), found);
            each(at + "/rows/" + i + "/cells", table.rows().get(i).cells(), found);
        }
    }

    private static void each(String at, List<String> texts, List<PlacedText> found) {
        for (int i = 0; i < texts.size(); i++) {
            add(at + "/" + i, texts.get(i), found);
        }
    }

    private static void add(String at, String text, List<PlacedText> found) {
        if (text != null && !text.isEmpty()) {
            found.add(new PlacedText(at, text));
        }
    }
}
