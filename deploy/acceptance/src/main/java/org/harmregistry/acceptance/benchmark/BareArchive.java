package org.harmregistry.acceptance.benchmark;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.bson.types.ObjectId;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;

/** The archive's store as the bare driver writes and reads it: GridFS, acknowledged as the service has it acknowledged. */
final class BareArchive implements AutoCloseable {

    private static final Logger DRIVER = Logger.getLogger("org.mongodb.driver");

    private final MongoClient client;
    private final MongoDatabase database;
    private final GridFSBucket bucket;

    BareArchive(String address) {
        DRIVER.setLevel(Level.WARNING);
        client = MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(address))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true)).build());
        database = client.getDatabase("benchmark_bare");
        bucket = GridFSBuckets.create(database);
    }

    AtOnce<ObjectId> write(List<SyntheticFile> files) throws Exception {
        return AtOnce.run(files.stream().<Callable<ObjectId>> map(file -> () -> {
            try (InputStream bytes = file.open()) {
                return bucket.uploadFromStream("synthetic-" + file.number(), bytes);
            }
        }).toList());
    }

    AtOnce<ObjectId> read(List<ObjectId> files) throws Exception {
        return AtOnce.run(files.stream().<Callable<ObjectId>> map(file -> () -> {
            bucket.downloadToStream(file, OutputStream.nullOutputStream());
            return file;
        }).toList());
    }

    /** Takes back what it wrote. */
    @Override
    public void close() {
        database.drop();
        client.close();
    }
}
