package org.harmregistry.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of this machine that is run to its end. */
final class Command {

    private Command() {
    }

    /** What the program printed; empty if it ended badly. */
    static String output(List<String> line) {
        try {
            Process process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? printed : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
