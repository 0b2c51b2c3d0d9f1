package org.harmregistry.reports.registry;

import java.util.Map;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/**
 * Finds incidents, as everybody may read them. Every method may fail with 503 {@code neighbour_unavailable}.
 */
public interface IncidentSearch {

    /** Squares of a map, from the finest to the coarsest. */
    enum Square {
        HUNDREDTH_OF_DEGREE("hundredthOfDegree", 0.01),
        TENTH_OF_DEGREE("tenthOfDegree", 0.1),
        DEGREE("degree", 1);

        private final String term;
        private final double width;

        Square(String term, double width) {
            this.term = term;
            this.width = width;
        }

        public String term() {
            return term;
        }

        /** Its width and height in degrees. */
        public double width() {
            return width;
        }
    }

    /**
     * One page of what a question finds; empty if the registry refuses the question.
     *
     * @param question the parameters of {@code /incidents}, order and cursor included
     * @param limit at most so many, 1 to 200
     */
    Uni<Optional<FoundIncidents>> find(Map<String, String> question, int limit);

    /**
     * What a filter adds up to, by the square in which incidents lie; empty if there are more squares than the registry
     * tells apart, or it refuses the question.
     */
    Uni<Optional<Statistics>> squares(Map<String, String> filter, Square square);

    /** Where an incident with this code is read now; empty where everybody may read none. */
    Uni<Optional<IncidentAddress>> whereIs(String code);
}
