package org.harmregistry.local;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code deploy/down}: ends the parts in the reverse order of their start. */
final class Down {

    private static final List<List<PartName>> STEPS = List.of(List.of(PartName.GATEWAY),
            List.of(PartName.REPORTS_SERVICE, PartName.SOURCES_SERVICE, PartName.INCIDENTS_SERVICE),
            List.of(PartName.ISSUER, PartName.MONGODB, PartName.POSTGRESQL));

    private final Progress progress;

    Down(Progress progress) {
        this.progress = progress;
    }

    void run(Settings settings) {
        StateFolder state = StateFolder.open(settings.home());
        Lock.during(state, () -> {
            if (stopAll(state) == 0) {
                progress.say("nothing was running");
            }
        });
    }

    /** @return how many parts were running */
    int stopAll(StateFolder state) {
        int running = 0;
        for (List<PartName> step : STEPS) {
            Map<PartName, Runnable> work = new EnumMap<>(PartName.class);
            for (PartName name : step) {
                PartRecord.read(state, name).filter(PartRecord::runs)
                        .ifPresent(record -> work.put(name, () -> stop(name, record)));
            }
            running += work.size();
            new Parallel(progress, "stopped").run(work, 0, step.size());
            step.forEach(name -> PartRecord.forget(state, name));
        }
        return running;
    }

    private void stop(PartName name, PartRecord record) {
        boolean listened = StopOfPart.stop(name, record);
        progress.say(name, listened ? "stopped" : "did not end when asked and was killed");
    }
}
