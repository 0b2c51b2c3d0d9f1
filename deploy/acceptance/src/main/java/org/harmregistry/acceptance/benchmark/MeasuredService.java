package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.postgres.ServiceDatabase;

/** One of the services that can be measured, and what is particular about it. */
interface MeasuredService {

    /** As it is chosen on the command line, and as its collection is called in addresses, in the history and in the feed. */
    String name();

    /** Where its records are created, read and listed. */
    default String collection() {
        return "/api/v1/" + name();
    }

    default ServiceDatabase database() {
        return new ServiceDatabase(name());
    }

    /** The largest heap that it runs with. */
    int heapMib();

    /** True if it keeps content in an archive beside its register. */
    boolean needsArchive();

    /** What it is told beyond what every service is told. */
    Map<String, String> environment();

    /** One row of an import by a publisher, the same for the same number on every machine; the external id may be any. */
    String row(long number, String externalId);

    /** The tables that an import writes. */
    CopiedTables tables();

    /** Queries that count what was written and not yet taken in by the service's jobs. */
    List<String> waiting();

    /** Words by which statements of jobs are told from those of a request. */
    List<String> background();

    /** Makes what rows refer to. */
    void prepare(Stage stage) throws IOException;

    /** Brings in what belongs to rows that were just imported, from one number up to another, which is left out. */
    void accompany(Stage stage, long from, long to) throws IOException, InterruptedException;

    /** What its users do, as the table lists it. */
    List<Operation> operations(Stage stage) throws IOException, SQLException;

    /** True if imports are measured, too. */
    default boolean measuresImports() {
        return true;
    }

    /** What is measured by other means than requests a second. */
    void measureMore(Stage stage, Register register, Options options, ResultTable table) throws Exception;

    /** Most MiB that it may hold in memory once it was measured. */
    int mostLoadedMib();
}
