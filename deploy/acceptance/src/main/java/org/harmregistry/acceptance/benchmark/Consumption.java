package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes of this machine have used, from {@code /proc}: it depends far less on the neighbours than time does. */
final class Consumption {

    /** The kernel's clock ticks are hundredths of a second wherever Linux runs today. */
    private static final double SECONDS_PER_TICK = 0.01;
    private static final int USER = 11;

    private Consumption() {
    }

    /** Processor seconds of one process. */
    static double cpu(long pid) {
        return ticks(pid, 2) * SECONDS_PER_TICK;
    }

    /** Processor seconds of a server and of all processes that it has started, those that have ended included. */
    static double cpuWithChildren(long pid) {
        try {
            long ticks = ticks(pid, 4);
            String children = Files.readString(Path.of("/proc/" + pid + "/task/" + pid + "/children"));
            return (ticks + Stream.of(children.strip().split(" ")).filter(child -> !child.isEmpty())
                    .mapToLong(child -> ticks(Long.parseLong(child), 2)).sum()) * SECONDS_PER_TICK;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Its own user and system time, and with four fields also that of its ended children; 0 if it is gone. */
    private static long ticks(long pid, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 0; i < fields; i++) {
                ticks += Long.parseLong(behindName[USER + i]);
            }
            return ticks;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Memory that a process holds, in MiB. */
    static double residentMib(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0).orElse(0.0);
        } catch (IOException e) {
            return 0;
        }
    }
}
