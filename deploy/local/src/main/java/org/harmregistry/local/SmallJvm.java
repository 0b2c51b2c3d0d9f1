package org.harmregistry.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Settings that keep a JVM small while it has little to do: a heap that grows with need and shrinks again, and memory of the
 * system given back once compiling is done. They change nothing in what it reaches under load.
 */
public final class SmallJvm {

    /** Two areas for all threads' native memory; with the C library's default each keeps what it once needed. */
    public static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    /**
     * Readers of sources with texts leave much behind: with the common ratio they waited for a collection a tenth of the time.
     * Under them the process is 20 MiB larger instead.
     */
    private static final Map<String, List<String>> OF_SERVICE = Map.of("sources-service", List.of("-XX:GCTimeRatio=9"));

    private SmallJvm() {
    }

    /** What a service's JVM is told beyond what all are; the last word counts. */
    public static List<String> ofService(String name) {
        return OF_SERVICE.getOrDefault(name, List.of());
    }

    /** The beginning of the command line; the program follows. */
    public static List<String> command(int heapMib) {
        return new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+ExitOnOutOfMemoryError", "-Xms16m", "-Xmx" + heapMib + "m",
                "-XX:+UnlockExperimentalVMOptions", "-XX:+UseG1GC", "-XX:ConcGCThreads=1", "-XX:G1HeapRegionSize=1m",
                "-XX:G1MaxNewSizePercent=45", "-XX:GCTimeRatio=2", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=25",
                // It grows in small steps: a fifth of what is left at once, as usual, is more than an export needs.
                "-XX:G1ExpandByPercentOfAvailable=5",
                // In a heap kept this tight what is alive always fills more than the usual 45 %: it would be marked without end.
                "-XX:-G1UseAdaptiveIHOP", "-XX:InitiatingHeapOccupancyPercent=75",
                // After three quiet seconds the heap is compacted whole and shrinks.
                "-XX:G1PeriodicGCInterval=3000", "-XX:-G1PeriodicGCInvokesConcurrent",
                // What passes long content on keeps no buffer of its length for each thread.
                "-Djdk.nio.maxCachedBufferSize=262144",
                // Known since 17.0.9; an older one does without.
                "-XX:+IgnoreUnrecognizedVMOptions", "-XX:TrimNativeHeapInterval=5000"));
    }
}
