package org.harmregistry.local;

import java.nio.file.Path;
import java.util.List;

/** How the launcher starts another JVM: the same one that it runs on, kept small and quick to start. */
final class Java {

    private final Path project;

    Java(Path project) {
        this.project = project;
    }

    /** One of this module's own programs. */
    List<String> program(Class<?> main, int heapMib, Object... arguments) {
        List<String> line = jvm(heapMib);
        line.addAll(List.of("-cp", classPath(), main.getName()));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        return line;
    }

    /** A packaged service. */
    List<String> service(PartName name, int heapMib) {
        List<String> line = jvm(heapMib);
        line.addAll(SmallJvm.ofService(name.text()));
        line.addAll(List.of("-jar", application(name).resolve("quarkus-run.jar").toString()));
        return line;
    }

    Path application(PartName name) {
        return project.resolve(name.text()).resolve("target/quarkus-app");
    }

    Path launcherJar() {
        return project.resolve("deploy/local/target/local-suite.jar");
    }

    String classPath() {
        return launcherJar() + ":" + project.resolve("deploy/local/target/lib") + "/*";
    }

    /** The quick compiler alone: on two cores the thorough one takes from what seven processes need to start. */
    private static List<String> jvm(int heapMib) {
        List<String> line = SmallJvm.command(heapMib);
        line.add("-XX:TieredStopAtLevel=1");
        return line;
    }
}
