package org.harmregistry.sources.capture.domain;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.zip.ZipException;

import org.harmregistry.sources.inspection.domain.FileBytes;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcPayload;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/** Verifies a WARC file (ISO 28500:2017): every record is read, and every digest that it states is made anew. */
public final class WarcVerification {

    private long records;
    private long digests;
    private long wrong;

    private WarcVerification() {
    }

    public static CheckResult verify(FileBytes file) throws IOException {
        return new WarcVerification().verify(file, CheckKind.WARC);
    }

    CheckResult verify(FileBytes file, CheckKind kind) throws IOException {
        try {
            // Twice through: the block's digest is that of the bytes, the payload's that of what HTTP carries in them.
            read(file, this::block);
            read(file, this::payload);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (ZipException | EOFException e) {
            return CheckResult.failed(kind, "The file breaks off or is damaged after " + records + " records.");
        } catch (IOException | RuntimeException e) {
            return CheckResult.failed(kind,
                    "The file is not a whole WARC file: it cannot be read beyond record " + records + ".");
        }
        if (wrong > 0) {
            return CheckResult.failed(kind, wrong + " of " + digests + " digests do not match what they stand for.");
        }
        return digests == 0 ? CheckResult.notVerifiable(kind, "None of the " + records + " records states a digest.")
                : CheckResult.verified(kind, digests + " digests in " + records + " records match.");
    }

    private interface Reading {
        void accept(WarcRecord record) throws IOException;
    }

    private void read(FileBytes file, Reading reading) throws IOException {
        records = 0;
        try (InputStream stream = file.stream(); WarcReader reader = new WarcReader(stream)) {
            for (Optional<WarcRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                records++;
                reading.accept(record.get());
            }
        }
        if (records == 0) {
            throw new EOFException("No record.");
        }
    }

    private void block(WarcRecord record) throws IOException {
        compare(record.blockDigest(), record.body(), record.body().size());
    }

    private void payload(WarcRecord record) throws IOException {
        if (record instanceof WarcRevisit || !(record instanceof WarcTargetRecord target)) {
            // A revisit states the digest of a payload that it does not hold.
            return;
        }
        Optional<WarcDigest> stated = target.payloadDigest();
        Optional<WarcPayload> payload = stated.isPresent() ? target.payload() : Optional.empty();
        if (payload.isPresent()) {
            compare(stated, payload.get().body(), -1);
        }
    }

    private void compare(Optional<WarcDigest> stated, MessageBody body, long size) throws IOException {
        if (stated.isEmpty()) {
            return;
        }
        MessageDigest digest;
        try {
            digest = stated.get().getDigester();
        } catch (NoSuchAlgorithmException e) {
            return;
        }
        byte[] piece = new byte[64 * 1024];
        long read = 0;
        try (InputStream stream = body.stream()) {
            for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
                digest.update(piece, 0, count);
                read += count;
            }
        }
        digests++;
        boolean whole = size < 0 || read == size;
        wrong += whole && MessageDigest.isEqual(digest.digest(), stated.get().bytes()) ? 0 : 1;
    }
}
