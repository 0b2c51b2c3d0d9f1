package org.harmregistry.local;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code deploy/status}: every part, whether it answers now, and what it weighs. */
final class Status {

    /**
     * @param pid null if the part does not run, or is a server of the user's own
     * @param port null if it was never started
     * @param rssMiB resident memory with that of child processes; null if there is no process of ours
     */
    record Line(String name, Long pid, Integer port, boolean ready, Long rssMiB) {
    }

    private final StateFolder state;
    private final Settings settings;

    Status(Settings settings) {
        this.settings = settings;
        this.state = StateFolder.open(settings.home());
    }

    String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("gateway", gateway());
        document.put("parts", lines());
        try {
            return new ObjectMapper().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String table() {
        StringBuilder table = new StringBuilder(
                String.format("%-18s %9s %6s  %-9s %8s%n", "part", "process", "port", "state", "MiB"));
        for (Line line : lines()) {
            String condition = line.ready() ? "ready" : line.pid() == null ? "stopped" : "not ready";
            table.append(
                    String.format(Locale.ROOT, "%-18s %9s %6s  %-9s %8s%n", line.name(), text(line.pid()), text(line.port()),
                            condition, text(line.rssMiB())));
        }
        return table.append("gateway: ").append(gateway()).toString();
    }

    List<Line> lines() {
        Readiness readiness = new Readiness(new Secrets(state));
        Map<PartName, Line> lines = new ConcurrentHashMap<>();
        // Asked at the same time, since each of seven dead parts may take its second and a half.
        Stream.of(PartName.values()).map(name -> new Thread(() -> lines.put(name, line(name, readiness)))).toList().stream()
                .peek(Thread::start).toList().forEach(Status::join);
        return new EnumMap<>(lines).values().stream().toList();
    }

    private Line line(PartName name, Readiness readiness) {
        Optional<PartRecord> record = PartRecord.read(state, name);
        Integer port = record.map(kept -> kept.endpoint().port()).orElse(null);
        if (record.filter(kept -> kept.runs() || kept.isUsers()).isEmpty()) {
            return new Line(name.text(), null, port, false, null);
        }
        boolean ready = readiness.of(name, record.get().endpoint());
        if (record.get().isUsers()) {
            return new Line(name.text(), null, port, ready, null);
        }
        long pid = record.get().process().pid();
        OptionalLong memory = Memory.residentMib(pid);
        return new Line(name.text(), pid, port, ready, memory.isPresent() ? memory.getAsLong() : null);
    }

    private String gateway() {
        return PartRecord.read(state, PartName.GATEWAY).map(PartRecord::endpoint)
                .orElseGet(() -> Endpoint.local(settings.gatewayPort())).base();
    }

    private static String text(Object value) {
        return value == null ? "-" : value.toString();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
