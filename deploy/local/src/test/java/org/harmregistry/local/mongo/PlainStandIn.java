package org.harmregistry.local.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

/** The library as it comes, for contrast: {@code PlainStandIn PORT FILE}. */
public final class PlainStandIn {

    private PlainStandIn() {
    }

    public static void main(String[] arguments) {
        new MongoServer(new H2Backend(arguments[1])).bind("127.0.0.1", Integer.parseInt(arguments[0]));
    }
}
