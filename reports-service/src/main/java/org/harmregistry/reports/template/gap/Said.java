package org.harmregistry.reports.template.gap;

import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Statement;

/** A statement and the party that made it. */
record Said(Party party, Statement statement) {
}
