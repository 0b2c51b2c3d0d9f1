package org.harmregistry.sources.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;

/** What independent readers find of a file's making: exiftool where it is installed, metadata-extractor otherwise. */
public final class Exif {

    private Exif() {
    }

    /** Whether exiftool is there. */
    public static boolean installed() {
        return Files.isExecutable(Path.of("/usr/bin/exiftool"));
    }

    /** All tags, those of embedded files and of timed metadata too, one a line. */
    public static String read(byte[] file) {
        try {
            return installed() ? byTool(file) : byLibrary(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String byTool(byte[] file) throws IOException, InterruptedException {
        Path path = Files.createTempFile("exif", ".bin");
        Process process = null;
        try {
            Files.write(path, file);
            process = new ProcessBuilder("/usr/bin/exiftool", "-a", "-u", "-G1", "-s", "-ee3", "-api", "LargeFileSupport=1",
                    path.toString()).redirectErrorStream(true).start();
            String tags = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return tags;
        } finally {
            if (process != null) {
                process.destroy();
            }
            Files.delete(path);
        }
    }

    private static String byLibrary(byte[] file) throws IOException {
        if (Samples.find(file, "%PDF") == 0) {
            return new String(file, StandardCharsets.ISO_8859_1);
        }
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
            return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                    .flatMap(directory -> directory.getTags().stream()).map(Object::toString).collect(Collectors.joining("\n"));
        } catch (ImageProcessingException e) {
            throw new IOException(e);
        }
    }
}
