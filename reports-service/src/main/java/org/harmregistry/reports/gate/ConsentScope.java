package org.harmregistry.reports.gate;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** Nobody is quoted who did not agree, or no longer does. */
@ApplicationScoped
class ConsentScope implements GateRule {

    @Override
    public String name() {
        return "consent-scope-1";
    }

    @Override
    public String text() {
        return "A source that the edition names must be one that everybody may read on the day of publication: its consent for "
                + "publication is given and not withdrawn or over, and it is neither hidden nor withheld. Blocks; nobody can "
                + "override it.";
    }

    @Override
    public List<Finding> check(GateEvidence evidence) {
        return NamedSource.in(evidence.document()).stream()
                .filter(named -> evidence.sources().containsKey(named.source())
                        && evidence.sources().get(named.source()).isEmpty())
                .map(named -> Finding.blocks(name(), named.pointer(),
                        "Everybody may no longer read this source: its consent or its publication has ended.", false))
                .toList();
    }
}
