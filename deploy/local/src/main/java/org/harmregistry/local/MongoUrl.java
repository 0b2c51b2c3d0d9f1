package org.harmregistry.local;

import java.net.URI;

/** The address of a MongoDB server as the services get it: never without an end to waiting. */
public final class MongoUrl {

    /** The stand-in knows no sessions, which retried writes need. */
    private static final String STAND_IN_OPTIONS = "retryWrites=false&directConnection=true";
    private static final String TIMEOUTS = "serverSelectionTimeoutMS=2000&connectTimeoutMS=2000&socketTimeoutMS=5000"
            + "&waitQueueTimeoutMS=2000";
    private static final int DEFAULT_PORT = 27_017;

    private MongoUrl() {
    }

    static String standIn(Endpoint endpoint) {
        return standIn(endpoint.host(), endpoint.port());
    }

    /** The address of the stand-in that listens there. */
    public static String standIn(String host, int port) {
        return "mongodb://" + host + ":" + port + "/?" + STAND_IN_OPTIONS + "&" + TIMEOUTS;
    }

    /** The user's own address, with time-outs added unless it names its own. */
    static String withTimeouts(String url) {
        if (url.contains("serverSelectionTimeoutMS=")) {
            return url;
        }
        String withPath = url.indexOf('/', "mongodb://".length()) < 0 ? url + "/" : url;
        return withPath + (withPath.contains("?") ? "&" : "?") + TIMEOUTS;
    }

    /** Where to look whether it answers: the first server that the address names. */
    static Endpoint endpoint(String url) {
        try {
            URI first = URI.create(url.replaceFirst(",[^/]*", ""));
            if ("mongodb".equals(first.getScheme()) && first.getHost() != null) {
                return Endpoint.of(first.getHost(), first.getPort() < 0 ? DEFAULT_PORT : first.getPort());
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as an address of another kind is.
        }
        throw new Fault("MONGODB_URL is not understood", "Write it as mongodb://user:password@host:27017/");
    }
}
