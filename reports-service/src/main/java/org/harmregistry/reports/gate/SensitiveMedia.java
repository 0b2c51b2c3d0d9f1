package org.harmregistry.reports.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.registry.Source;

/** What shows people who can be recognised, or violence, is not linked unseen. */
@ApplicationScoped
class SensitiveMedia implements GateRule {

    private static final String PERSONAL = "personal_information_visible";
    private static final List<String> WARNED = List.of("graphic_violence", "deceptive_or_misleading", "deleted_by_source");

    @Override
    public String name() {
        return "sensitive-media-1";
    }

    @Override
    public String text() {
        return "A source marked personal_information_visible blocks; two people may override it. One marked graphic_violence, "
                + "deceptive_or_misleading or deleted_by_source is warned of.";
    }

    @Override
    public List<Finding> check(GateEvidence evidence) {
        return NamedSource.in(evidence.document()).stream().flatMap(named -> evidence.sources()
                .getOrDefault(named.source(), Optional.empty()).stream()
                .flatMap(source -> findings(named.pointer(), source))).toList();
    }

    private Stream<Finding> findings(String pointer, Source source) {
        return source.sensitivity().stream().flatMap(mark -> {
            if (mark.equals(PERSONAL)) {
                return Stream.of(Finding.blocks(name(), pointer, "Personal information is visible in this source.", true));
            }
            return WARNED.contains(mark)
                    ? Stream.of(Finding.warns(name(), pointer, "This source is marked " + mark + "."))
                    : Stream.empty();
        });
    }
}
