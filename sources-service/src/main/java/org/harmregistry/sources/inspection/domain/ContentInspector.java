package org.harmregistry.sources.inspection.domain;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * Inspects a file: tells its type by its content, and finds whether it is more than it seems. A pure function over the file's
 * bytes; it decodes no picture, keeps nothing that it unpacks, and ends in bounded time. It may block, and belongs on a worker.
 */
public final class ContentInspector {

    /** For how long a file is inspected at most. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    private ContentInspector() {
    }

    /**
     * Inspects a file.
     *
     * @param name the name that it came under; {@code null} if it has none
     * @param declaredType the media type that its sender declared; {@code null} if none
     */
    public static Inspection inspect(FileBytes file, String name, String declaredType) throws IOException {
        Findings findings = new Findings();
        String mediaType = ContentTypes.UNKNOWN;
        PixelSize pixels = null;
        try {
            mediaType = ContentTypes.of(file);
            compare(mediaType, name, declaredType, findings);
            if (file.length() == 0) {
                findings.add(InspectionCode.EMPTY, "There is nothing in it.");
                return new Inspection(mediaType, null, findings.all());
            }
            lookForPrograms(file, mediaType, name, findings);
            Polyglots.inspect(file, mediaType, findings);
            pixels = pixels(file, mediaType, findings);
            if (Archives.isArchive(file.read(0, 512))) {
                new Archives(findings, file.deadline()).inspect(file, 1);
            }
            ActiveContent.inspect(file, mediaType, findings);
        } catch (InterruptedIOException e) {
            findings.add(InspectionCode.INSPECTION_TIMEOUT, "It could not be inspected in the time there is.");
        }
        return new Inspection(mediaType, pixels, findings.all());
    }

    private static void compare(String mediaType, String name, String declaredType, Findings findings) throws IOException {
        if (!ContentTypes.mayBeCalled(mediaType, declaredType)) {
            findings.add(InspectionCode.TYPE_MISMATCH, "The content is " + mediaType + ", another type was declared.");
        }
        String byName = name == null ? null : ContentTypes.ofName(name);
        if (!ContentTypes.mayBeCalled(mediaType, byName)) {
            findings.add(InspectionCode.EXTENSION_MISMATCH, "The content is " + mediaType + ", the name ends otherwise.");
        }
    }

    private static void lookForPrograms(FileBytes file, String mediaType, String name, Findings findings) throws IOException {
        if (Executables.isProgramType(mediaType) || Executables.isProgram(file.read(0, 64))) {
            findings.add(InspectionCode.EXECUTABLE, "It is a program, a script or an installer.");
        } else if (name != null && Executables.hasProgramName(name)) {
            findings.add(InspectionCode.EXECUTABLE, "It has the name of a program.");
        }
    }

    private static PixelSize pixels(FileBytes file, String mediaType, Findings findings) throws IOException {
        PixelSize pixels = PixelHeader.of(file);
        if (pixels != null && !pixels.bounded()) {
            findings.add(InspectionCode.PIXEL_BOMB, "It has " + pixels.width() + " by " + pixels.height()
                    + " pixels, more than are ever decoded.");
        }
        return pixels;
    }
}
