package org.harmregistry.sources.inspection.domain;

/** Names of entries that lead out of the directory that they are unpacked in, or that nobody can read aloud. */
final class EntryNames {

    private EntryNames() {
    }

    static boolean leadsAstray(String name) {
        String path = name.replace('\\', '/');
        boolean absolute = path.startsWith("/") || path.matches("^[A-Za-z]:.*");
        boolean up = ("/" + path + "/").contains("/../");
        return name.isEmpty() || absolute || up || name.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
    }
}
