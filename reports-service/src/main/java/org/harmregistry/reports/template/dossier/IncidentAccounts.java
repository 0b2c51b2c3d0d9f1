package org.harmregistry.reports.template.dossier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.registry.Allegation;
import org.harmregistry.reports.registry.Citation;
import org.harmregistry.reports.registry.GradingGiven;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceCatalog;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.wording.Wording;

import io.smallrye.mutiny.Uni;

/**
 * Tells of one incident as everybody may read it at present: what happened, who was harmed, what sources say, what
 * parties made of it, and what became of its record. The place is never finer than the public cell.
 */
@ApplicationScoped
public class IncidentAccounts {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration PATIENCE_WITH_SOURCES = Duration.ofSeconds(3);

    private final IncidentCatalog incidents;
    private final SourceCatalog sources;

    IncidentAccounts(IncidentCatalog incidents, SourceCatalog sources) {
        this.incidents = incidents;
        this.sources = sources;
    }

    /**
     * An incident in words.
     *
     * @param id the incident
     * @param title its title in the language
     * @param said what there is to say of it, with its figures and credits
     */
    public record Account(UUID id, String title, ReportDocument said) {
    }

    private record Cited(List<Source> sources, List<Citation> citations, boolean away) {
    }

    private record Known(IncidentRecord incident, List<Party> parties, List<Allegation> allegations,
            List<GradingGiven> gradings) {
    }

    /**
     * Tells of an incident; empty where everybody may not read it.
     *
     * @return fails with 503 {@code neighbour_unavailable} while incidents cannot be read; without sources it tells the rest
     */
    public Uni<Optional<Account>> of(UUID id, Wording wording) {
        return incidents.incident(id).chain(found -> found.isEmpty() ? Uni.createFrom().item(Optional.<Account> empty())
                : known(found.get()).chain(known -> cited(id).map(cited -> Optional.of(account(known, cited, wording)))))
                .ifNoItem().after(PATIENCE).failWith(() -> Failure.of(CommonFailure.NEIGHBOUR_UNAVAILABLE));
    }

    private Uni<Known> known(IncidentRecord incident) {
        return incidents.parties().chain(parties -> incidents.allegations(incident.id(), null)
                .chain(allegations -> incidents.gradings(incident.id())
                        .map(gradings -> new Known(incident, parties, allegations, gradings))));
    }

    private Uni<Cited> cited(UUID id) {
        return sources.citedFor(id).chain(found -> sources.citations(id).map(said -> new Cited(found, said, false)))
                .ifNoItem().after(PATIENCE_WITH_SOURCES).failWith(() -> Failure.of(CommonFailure.NEIGHBOUR_UNAVAILABLE))
                .onFailure(Failure.class).recoverWithItem(() -> new Cited(List.of(), List.of(), true));
    }

    private static Account account(Known known, Cited cited, Wording wording) {
        IncidentEvidence evidence = new IncidentEvidence(wording, null, known.incident(), known.parties(), cited.sources(),
                cited.citations(), Map.of());
        FigureSheet sheet = new FigureSheet();
        List<Section> sections = Section.thatSay(new EventSection(evidence).write(), new HarmSection(evidence, sheet).write(),
                cited.away() ? sourcesAway(wording) : new EvidenceSection(evidence).withoutFiles(),
                positions(evidence, known.allegations()),
                new HistorySection(wording, known.incident(), known.gradings()).write());
        String title = known.incident().titleIn(wording.language());
        return new Account(known.incident().id(), title == null ? wording.text("incident.untitled") : title,
                new ReportDocument(List.of(wording.text("incident.accuracy")), sections, sheet.all(),
                        evidence.credits().distinct().toList(), evidence.places(), List.of()));
    }

    private static Section sourcesAway(Wording wording) {
        return new Section("evidence", wording.text("dossier.evidence"),
                List.of(Block.note(wording.text("incident.sources_away"))));
    }

    /** Each party that is named for it, and each that was told of it. */
    private static Section positions(IncidentEvidence evidence, List<Allegation> allegations) {
        List<Block> blocks = new ArrayList<>();
        Stream.concat(evidence.incident().parties().stream().map(IncidentRecord.Involved::party),
                allegations.stream().map(Allegation::party)).filter(Objects::nonNull).distinct().forEach(party -> {
                    blocks.add(Block.heading(evidence.nameOf(party)));
                    blocks.add(new ToldSection(evidence.wording(), evidence.nameOf(party), allegations.stream()
                            .filter(allegation -> party.equals(allegation.party())).toList(), new CitedSources(Map.of()))
                            .block());
                });
        return new Section("positions", evidence.wording().text("incident.positions"), blocks);
    }
}
