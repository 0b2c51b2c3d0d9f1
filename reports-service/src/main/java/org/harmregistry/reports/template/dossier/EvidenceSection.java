package org.harmregistry.reports.template.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Fact;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.registry.Citation;
import org.harmregistry.reports.registry.CountRange;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceFile;
import org.harmregistry.reports.wording.Wording;

/** The manifest of the evidence: each source with what it says, and each file with the digest that it must have. */
final class EvidenceSection {

    private final IncidentEvidence evidence;
    private final Wording wording;

    EvidenceSection(IncidentEvidence evidence) {
        this.evidence = evidence;
        this.wording = evidence.wording();
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        if (evidence.sources().isEmpty()) {
            blocks.add(Block.note(wording.text("dossier.no_sources")));
        } else {
            blocks.add(Block.paragraph(wording.text("dossier.evidence.intro")));
            blocks.add(Block.table(sources()));
            blocks.add(Block.facts(passages()));
            Table files = files();
            blocks.add(files.rows().isEmpty() ? Block.note(wording.text("dossier.no_files")) : Block.table(files));
        }
        return section(blocks);
    }

    /** The sources and what they say, without their files. */
    Section withoutFiles() {
        List<Block> blocks = new ArrayList<>();
        if (evidence.sources().isEmpty()) {
            blocks.add(Block.note(wording.text("dossier.no_sources")));
        } else {
            blocks.add(Block.table(sources()));
            blocks.add(Block.facts(passages()));
        }
        return section(blocks);
    }

    private Section section(List<Block> blocks) {
        return new Section("evidence", wording.text("dossier.evidence"),
                blocks.stream().filter(block -> block.kind() != Block.Kind.FACTS || !block.facts().isEmpty()).toList());
    }

    private Table sources() {
        List<Table.Row> rows = new ArrayList<>();
        for (Source source : evidence.sources()) {
            List<Citation> said = said(source.id());
            rows.add(new Table.Row(number(rows.size() + 1),
                    List.of(wording.word("source_kind", source.kind()), source.publisher() == null ? "" : source.publisher(),
                            source.day() == null ? "" : wording.day(source.day()),
                            joined(said.stream().map(citation -> wording.word("stance", citation.stance()))),
                            joined(said.stream().map(citation -> claimed(citation.claims() == null ? null
                                    : citation.claims().killed()))),
                            joined(said.stream().map(citation -> claimed(citation.claims() == null ? null
                                    : citation.claims().injured())))),
                    source.link(), false));
        }
        return new Table(wording.text("dossier.sources"), Stream.of("number", "kind", "publisher", "published", "stance",
                "killed", "injured").map(name -> column(name, false)).toList(), rows);
    }

    private List<Citation> said(UUID source) {
        return evidence.citations().stream().filter(citation -> source.equals(citation.source())).toList();
    }

    private List<Fact> passages() {
        List<Fact> passages = new ArrayList<>();
        for (int i = 0; i < evidence.sources().size(); i++) {
            Source source = evidence.sources().get(i);
            String heading = wording.text("dossier.passage", i + 1, wording.word("source_kind", source.kind()));
            said(source.id()).stream().map(Citation::passage).filter(Objects::nonNull).filter(text -> !text.isBlank())
                    .forEach(text -> passages.add(new Fact(heading, wording.apart(text), null, source.link())));
        }
        return passages;
    }

    private String claimed(Citation.People people) {
        if (people == null) {
            return "";
        }
        CountRange counted = people.civilians() == null ? people.people() : people.civilians();
        if (counted == null) {
            return people.words() == null ? "" : wording.text("words", people.words());
        }
        String range = wording.range(counted.min(), counted.max());
        return people.civilians() == null ? wording.text("dossier.people", range) : wording.text("dossier.civilians", range);
    }

    private Table files() {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < evidence.sources().size(); i++) {
            String number = number(i + 1);
            evidence.files().getOrDefault(evidence.sources().get(i).id(), List.of()).stream()
                    .filter(file -> file.digest() != null)
                    .forEach(file -> rows.add(file(file, number)));
        }
        return new Table(wording.text("dossier.files"), List.of(column("file", false), column("of", false),
                column("type", false), column("bytes", true), column("digest", false)), rows);
    }

    private Table.Row file(SourceFile file, String number) {
        return new Table.Row(file.name() == null ? file.id().toString() : file.name(),
                List.of(number, file.mediaType() == null ? wording.text("not_stated") : file.mediaType(),
                        wording.number(file.length()), file.digest()),
                null, false);
    }

    private Table.Column column(String name, boolean numeric) {
        return new Table.Column(wording.text("dossier.column." + name), numeric);
    }

    private String number(int number) {
        return wording.number((long) number);
    }

    private String joined(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining(wording.text("clause.separator")));
    }
}
