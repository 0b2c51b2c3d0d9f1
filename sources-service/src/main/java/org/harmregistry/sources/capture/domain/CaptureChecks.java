package org.harmregistry.sources.capture.domain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.sources.inspection.domain.FileBytes;
import org.harmregistry.sources.inspection.domain.ZipEntries;

/** Finds out what proof a file carries, and verifies it. It may block, and belongs on a worker. */
public final class CaptureChecks {

    private CaptureChecks() {
    }

    /** The results, none for a file that carries no proof. */
    public static List<CheckResult> of(FileBytes file, String mediaType) throws IOException {
        List<CheckResult> results = new ArrayList<>();
        switch (mediaType) {
            case "application/warc", "application/warc+gz" -> results.add(WarcVerification.verify(file));
            case "application/x-wacz" -> results.add(WaczVerification.verify(file));
            case "application/zip" -> {
                ZipEntries entries = ZipEntries.of(file);
                if (entries != null && ProofModeVerification.isBundle(entries.names())) {
                    results.add(ProofModeVerification.verify(file));
                }
            }
            default -> {
                CheckResult manifest = canHoldManifest(mediaType) ? C2paPresence.look(file) : null;
                if (manifest != null) {
                    results.add(manifest);
                }
            }
        }
        return results;
    }

    private static boolean canHoldManifest(String mediaType) {
        return mediaType.startsWith("image/") || mediaType.startsWith("video/") || mediaType.startsWith("audio/")
                || mediaType.equals("application/pdf") || mediaType.equals("application/mp4");
    }
}
