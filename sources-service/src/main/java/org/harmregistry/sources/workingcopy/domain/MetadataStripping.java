package org.harmregistry.sources.workingcopy.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

import org.harmregistry.sources.inspection.domain.FileBytes;

/**
 * Copies a file without what it tells of its making: place, time, device, author. What is seen or heard is copied as it is, and
 * not encoded anew where the format allows it.
 */
public interface MetadataStripping {

    /**
     * Writes the copy.
     *
     * @throws UnstrippableException if the file cannot be copied without such data
     */
    void strip(FileBytes file, OutputStream out) throws IOException;

    /** The way for a media type, if there is one. */
    static Optional<MetadataStripping> of(String mediaType) {
        return Optional.ofNullable(WAYS.get(mediaType));
    }

    /** Whether files of a type commonly tell of their making, so that it has to be said if no copy without that is made. */
    static boolean isTelling(String mediaType) {
        return mediaType.startsWith("image/") || mediaType.startsWith("video/") || mediaType.startsWith("audio/")
                || mediaType.startsWith("application/vnd.") || mediaType.equals("application/msword");
    }

    Map<String, MetadataStripping> WAYS = Map.of("image/jpeg", new JpegStripping(), "image/png", new PngStripping(),
            "image/webp", new WebpStripping(), "application/pdf", new PdfStripping(), "video/mp4", new Mp4Stripping(),
            "video/quicktime", new Mp4Stripping(),
            "application/mp4", new Mp4Stripping(), "audio/mp4", new Mp4Stripping(), "video/x-m4v", new Mp4Stripping(),
            "video/3gpp", new Mp4Stripping());
}
