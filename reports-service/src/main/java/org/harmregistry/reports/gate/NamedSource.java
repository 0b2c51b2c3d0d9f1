package org.harmregistry.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.figure.SourceLink;

/**
 * A source that a document names by its id.
 *
 * @param pointer where it is named
 * @param source its id
 */
record NamedSource(String pointer, UUID source) {

    static List<NamedSource> in(ReportDocument document) {
        List<NamedSource> found = new ArrayList<>();
        for (int i = 0; i < document.figures().size(); i++) {
            List<SourceLink> sources = document.figures().get(i).sources();
            for (int j = 0; j < sources.size(); j++) {
                add("/figures/" + i + "/sources/" + j, sources.get(j), found);
            }
        }
        for (int i = 0; i < document.sections().size(); i++) {
            List<Block> blocks = document.sections().get(i).blocks();
            for (int j = 0; j < blocks.size(); j++) {
                block("/sections/" + i + "/blocks/" + j, blocks.get(j), found);
            }
        }
        return found;
    }

    private static void block(String at, Block block, List<NamedSource> found) {
        for (int i = 0; i < block.facts().size(); i++) {
            add(at + "/facts/" + i + "/source", block.facts().get(i).source(), found);
        }
        List<Table.Row> rows = block.table() == null ? List.of() : block.table().rows();
        for (int i = 0; i < rows.size(); i++) {
            add(at + "/table/rows/" + i + "/source", rows.get(i).source(), found);
        }
    }

    private static void add(String at, SourceLink link, List<NamedSource> found) {
        if (link != null && link.id() != null && RecordAddress.isId(link.id())) {
            found.add(new NamedSource(at, UUID.fromString(link.id())));
        }
    }
}
