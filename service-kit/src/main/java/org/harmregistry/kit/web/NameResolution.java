package org.harmregistry.kit.web;

import java.net.InetAddress;
import java.util.List;

import io.smallrye.mutiny.Uni;

/** Looks up names of hosts. */
public interface NameResolution {

    /** All addresses that the name has now; empty, or a failure, if there is none. Bounded in time. */
    Uni<List<InetAddress>> addressesOf(String name);
}
