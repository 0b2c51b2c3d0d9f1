package org.harmregistry.local.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Says in the log when a part goes and when it is back, once each, however many requests notice. */
final class Outages {

    private static final Logger LOG = Logger.getLogger("gateway");

    private final Set<String> away = ConcurrentHashMap.newKeySet();

    void failed(String part, Throwable cause) {
        if (away.add(part)) {
            LOG.log(Level.WARNING, "{0} does not answer: {1}", new Object[] { part, cause.getMessage() });
        }
    }

    void answered(String part) {
        if (away.remove(part)) {
            LOG.log(Level.INFO, "{0} answers again", part);
        }
    }
}
