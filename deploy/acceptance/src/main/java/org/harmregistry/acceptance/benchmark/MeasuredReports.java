package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Reports over the incidents of a register. The service that fills is incidents-service; sources-service and
 * reports-service are started beside it once there is something to report.
 */
final class MeasuredReports implements MeasuredService {

    private final MeasuredIncidents incidents = new MeasuredIncidents();

    @Override
    public String name() {
        return incidents.name();
    }

    @Override
    public int heapMib() {
        return incidents.heapMib();
    }

    /** Editions are kept there. */
    @Override
    public boolean needsArchive() {
        return true;
    }

    @Override
    public Map<String, String> environment() {
        return incidents.environment();
    }

    @Override
    public String row(long number, String externalId) {
        return incidents.row(number, externalId);
    }

    @Override
    public CopiedTables tables() {
        return incidents.tables();
    }

    @Override
    public List<String> waiting() {
        return incidents.waiting();
    }

    @Override
    public List<String> background() {
        return incidents.background();
    }

    @Override
    public void prepare(Stage stage) throws IOException {
        incidents.prepare(stage);
    }

    @Override
    public void accompany(Stage stage, long from, long to) {
        incidents.accompany(stage, from, to);
    }

    /** What incidents-service does is measured with it. */
    @Override
    public List<Operation> operations(Stage stage) {
        return List.of();
    }

    @Override
    public boolean measuresImports() {
        return false;
    }

    @Override
    public void measureMore(Stage stage, Register register, Options options, ResultTable table) throws Exception {
        new ReportMeasurements(stage, register, options, table).run();
    }

    @Override
    public int mostLoadedMib() {
        return incidents.mostLoadedMib();
    }
}
