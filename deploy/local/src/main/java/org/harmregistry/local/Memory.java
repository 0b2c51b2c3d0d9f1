package org.harmregistry.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.local.process.Run;

/** Resident memory of a process with all its children. What they share (files, a database's buffers) is counted once. */
final class Memory {

    private static final int KIB_PER_MIB = 1024;

    private Memory() {
    }

    static OptionalLong residentMib(long pid) {
        List<Map<String, Long>> tree = ProcessHandle.of(pid)
                .map(handle -> Stream.concat(Stream.of(handle), handle.descendants())).orElse(Stream.empty())
                .map(ProcessHandle::pid).map(Memory::kibibytes).filter(sizes -> !sizes.isEmpty()).toList();
        if (tree.isEmpty()) {
            return OptionalLong.empty();
        }
        long own = tree.stream().mapToLong(sizes -> sizes.get("RssAnon")).sum();
        long shared = Stream.of("RssFile", "RssShmem")
                .mapToLong(name -> tree.stream().mapToLong(sizes -> sizes.get(name)).max().orElse(0)).sum();
        return OptionalLong.of((own + shared) / KIB_PER_MIB);
    }

    private static Map<String, Long> kibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("Rss")).map(line -> line.split("[:\\s]+"))
                    .collect(Collectors.toMap(words -> words[0], words -> Long.parseLong(words[1])));
        } catch (IOException e) {
            return fromPs(pid);
        }
    }

    /** Where there is no {@code /proc}. */
    private static Map<String, Long> fromPs(long pid) {
        Run run = Run.of(List.of("ps", "-o", "rss=", "-p", String.valueOf(pid)), Map.of());
        return run.succeeded() && run.output().matches("\\d+")
                ? Map.of("RssAnon", Long.parseLong(run.output()), "RssFile", 0L, "RssShmem", 0L)
                : Map.of();
    }
}
