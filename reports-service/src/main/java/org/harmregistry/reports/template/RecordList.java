package org.harmregistry.reports.template;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

import org.harmregistry.kit.json.CanonicalJson;

/** A list of records and their versions in the one form over which its digest is taken: sorted lines {@code id:version}. */
public final class RecordList {

    private RecordList() {
    }

    public static byte[] lines(Collection<String> idsAndVersions) {
        return idsAndVersions.stream().sorted().map(line -> line + "\n").collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    public static String digest(byte[] lines) {
        return CanonicalJson.digest(lines);
    }
}
