package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

import org.bson.types.ObjectId;

/**
 * How quickly files go in and out beside the bare driver, how much memory many at once take, and how quickly the check of all
 * content gets on when nothing holds it back.
 */
final class FileMeasurements {

    private static final int AT_ONCE = 50;
    private static final int AT_ONCE_MIB = 8;
    private static final int AT_ONCE_MOST_MIB = 400;
    private static final double UPLOAD_MUST_HOLD = 0.5;
    private static final int CHECK_MINUTES = 10;
    /** As fast as the archive and the processors let it, and without a wait between its steps. */
    private static final Map<String, String> UNBRIDLED = Map.of("REGISTRY_FIXITY_BYTES_PER_SECOND", "1099511627776",
            "REGISTRY_FIXITY_EVERY", "1s");

    private final Stage stage;
    private final Register register;
    private final Options options;
    private final ResultTable table;
    private final FileTransfer transfer;
    private long number = System.nanoTime();

    FileMeasurements(Stage stage, Register register, Options options, ResultTable table) {
        this.stage = stage;
        this.register = register;
        this.options = options;
        this.table = table;
        this.transfer = new FileTransfer(stage);
    }

    void run() throws Exception {
        if (options.wants("upload")) {
            table.unlessMissing("upload", this::throughput);
        }
        if (options.wants("uploads")) {
            table.unlessMissing("memory, uploads at once", this::memory);
        }
        if (options.wants("fixity")) {
            fixity();
        }
    }

    private List<SyntheticFile> files(int count, long bytes) {
        return LongStream.range(0, count).mapToObj(i -> new SyntheticFile(number++, bytes)).toList();
    }

    private List<String> sources(int count) throws IOException {
        String collection = stage.measured().collection();
        return StreamSupport
                .stream(new Operations(stage).ask(collection + "?limit=" + count).path("items").spliterator(), false)
                .map(source -> collection + "/" + source.path("id").asText()).toList();
    }

    private void throughput() throws Exception {
        List<String> sources = sources(options.attachments());
        List<Double> bareIn = new ArrayList<>();
        List<Double> bareOut = new ArrayList<>();
        List<Double> in = new ArrayList<>();
        List<Double> out = new ArrayList<>();
        long bytes = (long) options.attachmentsMib() * SyntheticFile.MIB / options.attachments();
        try (BareArchive bare = new BareArchive(stage.archive())) {
            transfer.fetch(transfer.send(sources, files(options.attachments(), SyntheticFile.MIB)).results());
            for (int round = 0; round < options.rounds(); round++) {
                AtOnce<ObjectId> written = bare.write(files(options.attachments(), bytes));
                bareIn.add(rate(bytes, written));
                bareOut.add(rate(bytes, bare.read(written.results())));
                AtOnce<String> sent = transfer.send(sources, files(options.attachments(), bytes));
                in.add(rate(bytes, sent));
                register.settle();
                AtOnce<Long> fetched = transfer.fetch(sent.results());
                out.add(rate(bytes, fetched));
                if (fetched.results().stream().anyMatch(length -> length != bytes)) {
                    throw new IllegalStateException("a file came back shorter than it was");
                }
            }
        }
        String size = String.format(", %,d MiB in %d", options.attachmentsMib(), options.attachments());
        table.addThroughput("upload" + size, Measurement.middle(bareIn), Measurement.middle(in), UPLOAD_MUST_HOLD);
        table.addThroughput("download" + size, Measurement.middle(bareOut), Measurement.middle(out), UPLOAD_MUST_HOLD);
    }

    private static double rate(long bytes, AtOnce<?> done) {
        return bytes * (double) done.results().size() / SyntheticFile.MIB / done.seconds();
    }

    private void memory() throws Exception {
        MemoryWatch watch = new MemoryWatch(stage.servicePid());
        AtOnce<String> sent;
        try {
            sent = transfer.send(sources(AT_ONCE), files(AT_ONCE, (long) AT_ONCE_MIB * SyntheticFile.MIB));
        } finally {
            watch.close();
        }
        table.addMemory(String.format("memory, %d uploads of %d MiB at once (%.0f MiB/s)", AT_ONCE, AT_ONCE_MIB,
                AT_ONCE * AT_ONCE_MIB / sent.seconds()), watch.highestMib(), AT_ONCE_MOST_MIB);
        register.settle();
    }

    /** Of files alone: texts are looked at as well, but say little about bytes. */
    private void fixity() throws SQLException, IOException, InterruptedException {
        register.execute("update archive_walk set claimed_until = now() + interval '1 hour' where name = 'texts'");
        register.execute("update fixity_check set checked_at = now() where kind = 'text'");
        stage.restart(UNBRIDLED);
        register.execute("update fixity_check set checked_at = null, claimed_until = null where kind = 'file'");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(CHECK_MINUTES);
        while (register.number("select count(*) from fixity_check where kind = 'file' and checked_at is null") > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the check of all files took longer than " + CHECK_MINUTES + " minutes");
            }
            TimeUnit.SECONDS.sleep(1);
        }
        long bytes = register.number("select coalesce(sum(f.length), 0) from fixity_check c join archived_file f using (digest)"
                + " where c.kind = 'file' and c.checked_at > (select min(checked_at) from fixity_check where kind = 'file')");
        long millis = register.number("select cast(extract(epoch from max(checked_at) - min(checked_at)) * 1000 as bigint)"
                + " from fixity_check where kind = 'file'");
        table.addRate("check of all files, unbridled", bytes / (double) SyntheticFile.MIB / Math.max(1, millis) * 1000);
        register.execute("update archive_walk set claimed_until = '-infinity' where name = 'texts'");
        stage.restart(Map.of());
    }
}
