package org.harmregistry.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * One part as it is to run.
 *
 * @param endpoint where it answers
 * @param command what starts it; empty if the user brings his own
 * @param environment what the process gets beside the launcher's environment
 * @param artefact stamp of the files that the process runs, so that a new build is noticed
 * @param beforeStart done before the process is started
 * @param answers whether it takes requests yet
 * @param whenAnswering done once it does, before what depends on it is started
 */
record Part(PartName name, Endpoint endpoint, List<String> command, Map<String, String> environment, String artefact,
        Runnable beforeStart, BooleanSupplier answers, Runnable whenAnswering) {

    boolean isOurs() {
        return !command.isEmpty();
    }

    /** A digest of all that a running process would have to be restarted for. It tells nothing of the secrets in it. */
    String settings() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String all = String.join("\0", command) + "\0" + new TreeMap<>(environment) + "\0" + artefact;
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
