package org.harmregistry.reports.gate;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** Figures over too many records that nobody examined do not go out as if they were whole. */
@ApplicationScoped
class Completeness implements GateRule {

    private static final int WHOLE = 100;

    @Override
    public String name() {
        return "completeness-1";
    }

    @Override
    public String text() {
        return "Where the definition sets gate.completenessFloor, in per cent: the share of the counted incidents that are "
                + "graded, and the share that have a point, must each reach it. Blocks; two people may override it. Without any "
                + "incident there is no share, and no finding.";
    }

    @Override
    public List<Finding> check(GateEvidence evidence) {
        Integer floor = evidence.floors().completenessFloor();
        List<Finding> found = new ArrayList<>();
        if (floor == null || evidence.completeness() == null) {
            return found;
        }
        check("graded", evidence.completeness().ungraded(), floor, found);
        check("located", evidence.completeness().notLocated(), floor, found);
        return found;
    }

    private void check(String what, Double missing, int floor, List<Finding> found) {
        if (missing != null && (1 - missing) * WHOLE < floor) {
            found.add(Finding.blocks(name(), "", "Fewer than " + floor + " per cent of the counted incidents are " + what + ".",
                    true));
        }
    }
}
