package org.harmregistry.local.postgres;

import java.util.List;

/** The database of one service: owned by one role that migrates it, used by another that may only connect. */
public record ServiceDatabase(String name) {

    public static final List<ServiceDatabase> ALL = List.of(new ServiceDatabase("incidents"), new ServiceDatabase("sources"),
            new ServiceDatabase("reports"));

    public String owner() {
        return name + "_owner";
    }

    public String service() {
        return name + "_service";
    }
}
