package org.harmregistry.sources.examination.domain;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.harmregistry.sources.attachment.domain.Attachment;
import org.harmregistry.sources.attachment.domain.AttachmentKnowledge.NotMade;
import org.harmregistry.sources.attachment.domain.Derivation;
import org.harmregistry.sources.capture.domain.CaptureChecks;
import org.harmregistry.sources.capture.domain.CheckKind;
import org.harmregistry.sources.capture.domain.CheckOutcome;
import org.harmregistry.sources.capture.domain.CheckResult;
import org.harmregistry.sources.capture.domain.TimestampVerification;
import org.harmregistry.sources.duplicate.domain.PictureHash;
import org.harmregistry.sources.examination.domain.Examined.Checked;
import org.harmregistry.sources.examination.domain.Examined.Copied;
import org.harmregistry.sources.inspection.domain.ContentInspector;
import org.harmregistry.sources.inspection.domain.Deadline;
import org.harmregistry.sources.inspection.domain.FileBytes;
import org.harmregistry.sources.inspection.domain.Inspection;
import org.harmregistry.sources.inspection.domain.InspectionCode;
import org.harmregistry.sources.inspection.domain.InspectionFinding;
import org.harmregistry.sources.scanning.domain.MalwareScanner;
import org.harmregistry.sources.workingcopy.domain.MetadataStripping;
import org.harmregistry.sources.workingcopy.domain.Thumbnails;

/** Examines a file that lies in a directory of its own; it blocks, and runs on a worker. */
final class FileExamination {

    private static final Duration LONGEST_STEP = Duration.ofSeconds(60);

    private final Attachment attachment;
    private final Path file;
    private final List<Token> tokens;
    private final TrustedAuthorities authorities;
    private final MalwareScanner scanner;
    private final List<Checked> checks = new ArrayList<>();
    private final List<Copied> copies = new ArrayList<>();
    private final List<NotMade> notMade = new ArrayList<>();
    private PictureHash picture;

    FileExamination(Attachment attachment, Path file, List<Token> tokens, TrustedAuthorities authorities,
            MalwareScanner scanner) {
        this.attachment = attachment;
        this.file = file;
        this.tokens = tokens;
        this.authorities = authorities;
        this.scanner = scanner;
    }

    Examined run() throws IOException {
        Inspection inspection = scanned(inspect());
        check(inspection);
        if (inspection.derivable() && !isMadeHere()) {
            derive(inspection);
        }
        return new Examined(inspection, checks, copies, notMade, picture);
    }

    /** Of what the registry made itself no further copies are made. */
    private boolean isMadeHere() {
        return attachment.derivation() != null && !Derivation.of(attachment.derivation()).byHand();
    }

    private Inspection inspect() throws IOException {
        try (FileBytes bytes = FileBytes.of(file, Deadline.in(ContentInspector.LONGEST))) {
            return ContentInspector.inspect(bytes, attachment.name(), attachment.declaredType());
        }
    }

    private Inspection scanned(Inspection inspection) {
        Optional<String> malware = scanner.isConfigured() ? scanner.scan(file) : Optional.empty();
        return malware.map(name -> inspection.with(new InspectionFinding(InspectionCode.MALWARE, name))).orElse(inspection);
    }

    private void check(Inspection inspection) throws IOException {
        try (FileBytes bytes = FileBytes.of(file, Deadline.in(LONGEST_STEP))) {
            if (!inspection.quarantined()) {
                CaptureChecks.of(bytes, inspection.mediaType()).forEach(result -> checks.add(new Checked(result, null)));
            }
            for (Token token : tokens) {
                checks.add(new Checked(stamp(bytes, token), token.id()));
            }
        }
    }

    private CheckResult stamp(FileBytes bytes, Token token) throws IOException {
        String algorithm;
        try {
            algorithm = TimestampVerification.imprintAlgorithm(token.bytes());
        } catch (IOException e) {
            return new CheckResult(CheckKind.TIMESTAMP, CheckOutcome.FAILED, "It is no time-stamp token that can be read.");
        }
        return TimestampVerification.verify(token.bytes(), digest(bytes, algorithm), authorities.certificates()).result();
    }

    private static byte[] digest(FileBytes bytes, String algorithm) throws IOException {
        try (InputStream content = bytes.stream()) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] piece = new byte[64 * 1024];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                digest.update(piece, 0, read);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void derive(Inspection inspection) {
        String type = inspection.mediaType();
        MetadataStripping.of(type).ifPresentOrElse(
                stripping -> make(Derivation.METADATA_REMOVED, type, "", stripping::strip), () -> sayNotStripped(type));
        if (Thumbnails.makes(type) && inspection.pixels() != null) {
            make(Derivation.THUMBNAIL, "image/jpeg", ".jpg", (bytes, out) -> {
                BufferedImage decoded = Thumbnails.decoded(bytes, type);
                picture = PictureHash.of(decoded);
                Thumbnails.write(decoded, out);
            });
        }
    }

    /** Silence would read as if there were nothing in the file to be removed. */
    private void sayNotStripped(String type) {
        if (MetadataStripping.isTelling(type)) {
            notMade.add(
                    new NotMade(Derivation.METADATA_REMOVED, "Files of this format are not copied without what they tell of "
                            + "their making: the registry knows no way that is certain to leave nothing behind."));
        }
    }

    private interface Making {
        void write(FileBytes bytes, OutputStream out) throws IOException;
    }

    private void make(Derivation derivation, String mediaType, String ending, Making making) {
        try {
            Path copy = Files.createTempFile(file.getParent(), "copy", null);
            try (FileBytes bytes = FileBytes.of(file, Deadline.in(LONGEST_STEP));
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy), 64 * 1024)) {
                making.write(bytes, out);
            }
            copies.add(new Copied(derivation, mediaType, ending, copy));
        } catch (IOException e) {
            notMade.add(new NotMade(derivation, reason(e)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // A decoder that a hostile file broke: the copy is not made, and nothing else suffers.
            notMade.add(new NotMade(derivation, "The file could not be decoded."));
        }
    }

    /** Reasons of ours say nothing of the content; what a decoder says may. */
    private static String reason(IOException e) {
        boolean ours = e.getClass().getName().startsWith("org.harmregistry.") || e instanceof java.io.InterruptedIOException;
        return ours ? e.getMessage() : "The file could not be decoded.";
    }
}
