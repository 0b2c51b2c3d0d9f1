package org.harmregistry.reports.definition.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * The floors that the gate holds an edition to. One that is absent is not asked for.
 *
 * @param smallCellFloor the least number of people that a figure may show, 2 to 100
 * @param completenessFloor the least share of counted incidents that must be graded, and located, in per cent, 1 to 100
 */
public record GateFloors(Integer smallCellFloor, Integer completenessFloor) {

    public static final GateFloors NONE = new GateFloors(null, null);
    private static final int MOST = 100;

    public GateFloors {
        check("/smallCellFloor", smallCellFloor, 2);
        check("/completenessFloor", completenessFloor, 1);
    }

    private static void check(String pointer, Integer floor, int least) {
        if (floor != null && (floor < least || floor > MOST)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "This floor is a whole number from " + least + " to " + MOST
                    + ".");
        }
    }
}
