package org.harmregistry.acceptance.benchmark;

import java.util.List;

/**
 * Something that users do, as the service and as PostgreSQL alone are asked for it.
 *
 * @param name one word, for {@code --only}
 * @param title what the table calls it
 * @param connections how many do it at once
 * @param listened how many of the requests are listened to and given to pgbench
 * @param requests what is sent, in many variants
 * @param bareSql the statement that pgbench is given instead of the service's own, if the service answers from something better
 * @param mustHold the share of PostgreSQL's rate that must be reached, or of its time that may be taken for a bare statement
 * @param aim the same, as it is aimed at
 */
record Operation(String name, String title, int connections, int listened, List<Request> requests, String bareSql,
        double mustHold, double aim) {

    boolean comparesTime() {
        return bareSql != null;
    }
}
