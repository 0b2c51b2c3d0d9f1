package org.harmregistry.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A short command run to its end. @param output what it printed, both streams together */
public record Run(int exit, String output) {

    private static final int NOT_STARTED = 127;

    public static Run of(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Run(NOT_STARTED, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command.get(0), e);
        }
    }

    public boolean succeeded() {
        return exit == 0;
    }
}
