package org.harmregistry.reports.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.harmregistry.kit.problem.CommonFailure;
import org.junit.jupiter.api.Test;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;

/** A full disk is told from an archive that is away. */
class MongoArchiveTest {

    /** As a server of version 7 answers a write then. */
    private static final String FULL = """
            {"ok": 0.0, "errmsg": "no space left on device", "code": 14031, "codeName": "OutOfDiskSpace"}""";

    @Test
    void tellsAFullDiskFromOneThatIsAway() {
        assertThat(MongoArchive.translated(new MongoCommandException(BsonDocument.parse(FULL), new ServerAddress())).code())
                .isEqualTo(ArchiveFailure.ARCHIVE_FULL);
        assertThat(MongoArchive.translated(new MongoTimeoutException("no server")).code())
                .isEqualTo(CommonFailure.ARCHIVE_UNAVAILABLE);
        assertThat(MongoArchive.translated(new MongoSocketException("closed", new ServerAddress())).code())
                .isEqualTo(CommonFailure.ARCHIVE_UNAVAILABLE);
    }
}
