package org.harmregistry.sources.inspection.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an inspection came to.
 *
 * @param mediaType the type told by the content
 * @param pixels the size of a picture; {@code null} if it is none or does not tell
 * @param findings what was found, each code once
 */
public record Inspection(String mediaType, PixelSize pixels, List<InspectionFinding> findings) {

    public Inspection {
        findings = List.copyOf(findings);
    }

    /** Whether the content may be handed out as a download without a type only. */
    public boolean quarantined() {
        return findings.stream().anyMatch(finding -> finding.code().quarantines());
    }

    /** Whether working copies are made of it: of a document that would run something one is, without what it would run. */
    public boolean derivable() {
        boolean onlyActive = findings.stream().filter(finding -> finding.code().quarantines())
                .allMatch(finding -> finding.code() == InspectionCode.ACTIVE_CONTENT);
        return onlyActive && (!quarantined() || mediaType.equals("application/pdf"));
    }

    /** The same with something else that was found. */
    public Inspection with(InspectionFinding finding) {
        return new Inspection(mediaType, pixels, Stream.concat(findings.stream(), Stream.of(finding)).toList());
    }

    public boolean has(InspectionCode code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }
}
