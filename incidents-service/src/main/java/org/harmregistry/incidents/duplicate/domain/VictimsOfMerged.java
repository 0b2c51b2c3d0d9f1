package org.harmregistry.incidents.duplicate.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.lineage.domain.MergeFollower;
import org.harmregistry.incidents.victim.domain.Victim;
import org.harmregistry.incidents.victim.domain.VictimContent;
import org.harmregistry.incidents.victim.domain.VictimMoves;
import org.harmregistry.incidents.victim.domain.VictimName;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * The victims of a merged record belong to its successor, but nobody twice: who bears the same id in a register, or a
 * name like that of one of the successor's victims, stays where it was recorded, and so does who has no name, if the
 * successor has victims at all. Those are not lost; an analyst may still record them with the successor.
 */
@ApplicationScoped
public class VictimsOfMerged implements MergeFollower {

    private final VictimMoves victims;
    private final NameLikeness likeness;

    public VictimsOfMerged(VictimMoves victims, FoldedWords words) {
        this.victims = victims;
        this.likeness = new NameLikeness(words);
    }

    @Override
    public Uni<Void> follow(Mutiny.Session session, Caller caller, Incident merged, Incident successor, String reason) {
        return victims.of(session, successor).chain(known -> victims.of(session, merged)
                .chain(all -> victims.move(session, caller, others(all, known.values()), successor, reason)));
    }

    private Map<Victim, VictimContent> others(Map<Victim, VictimContent> all, Collection<VictimContent> known) {
        Map<Victim, VictimContent> others = new LinkedHashMap<>();
        all.forEach((victim, content) -> {
            boolean told = known.isEmpty() || !content.names().isEmpty();
            if (told && known.stream().noneMatch(person -> mayBeOne(content, person))) {
                others.put(victim, content);
            }
        });
        return others;
    }

    private boolean mayBeOne(VictimContent one, VictimContent other) {
        if (one.externalIds().stream().anyMatch(other.externalIds()::contains)) {
            return true;
        }
        List<String> names = one.names().stream().map(VictimName::name).toList();
        return other.names().stream().anyMatch(name -> names.stream().anyMatch(own -> likeness.same(own, name.name())));
    }
}
