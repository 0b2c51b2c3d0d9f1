package org.harmregistry.sources.inspection.domain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Tells types by content: by Tika's signatures, and by the entries of a ZIP file, which has one signature for fifty types. */
final class ContentTypes {

    static final String UNKNOWN = "application/octet-stream";
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private ContentTypes() {
    }

    /** The type that the content has. */
    static String of(FileBytes file) throws IOException {
        if (file.length() == 0) {
            return UNKNOWN;
        }
        String told;
        try (BufferedInputStream stream = new BufferedInputStream(file.stream(), 64 * 1024)) {
            told = TYPES.detect(stream, new Metadata()).getBaseType().toString();
        }
        byte[] head = file.read(4, 8);
        if (Bytes.startsWith(head, 0, "ftyp") && head.length == 8) {
            return ofBrand(Bytes.ascii(head, 4, 4), told);
        }
        return told.equals("application/zip") ? ofZip(file) : told;
    }

    /** An ISO media file says in its brand what it is; Tika knows some of them only. */
    private static String ofBrand(String brand, String told) {
        return switch (brand.strip()) {
            case "qt" -> "video/quicktime";
            case "M4A", "M4B" -> "audio/mp4";
            case "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "MSNV", "dash", "M4V", "mmp4" -> "video/mp4";
            case "3gp4", "3gp5", "3gp6", "3gp7" -> "video/3gpp";
            case "heic", "heix", "mif1" -> "image/heic";
            case "avif" -> "image/avif";
            default -> told;
        };
    }

    private static String ofZip(FileBytes file) throws IOException {
        ZipDirectory directory = ZipDirectory.of(file);
        if (directory == null) {
            return "application/zip";
        }
        List<ZipEntryHeader> entries = directory.entries();
        Set<String> names = entries.stream().map(ZipEntryHeader::text).collect(Collectors.toSet());
        if (names.contains("mimetype") && !entries.isEmpty() && entries.get(0).text().equals("mimetype")) {
            byte[] declared = file.read(Math.max(0, directory.data(entries.get(0))), (int) Math.min(100,
                    entries.get(0).packed()));
            String type = Bytes.ascii(declared, 0, declared.length).strip();
            return MediaType.parse(type) == null ? "application/zip" : type;
        }
        if (names.contains("[Content_Types].xml")) {
            return office(names);
        }
        if (names.contains("AndroidManifest.xml")) {
            return "application/vnd.android.package-archive";
        }
        if (names.contains("META-INF/MANIFEST.MF")) {
            return "application/java-archive";
        }
        boolean wacz = names.contains("datapackage.json") && names.stream().anyMatch(name -> name.startsWith("archive/"));
        return wacz ? "application/x-wacz" : "application/zip";
    }

    private static String office(Set<String> names) {
        if (names.stream().anyMatch(name -> name.startsWith("word/"))) {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
        if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        if (names.stream().anyMatch(name -> name.startsWith("ppt/"))) {
            return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
        }
        return "application/x-tika-ooxml";
    }

    /** The type that a name's ending stands for; {@code null} if it stands for none. */
    static String ofName(String name) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.toLowerCase(Locale.ROOT));
        String type = TYPES.detect(null, metadata).getBaseType().toString();
        return type.equals(UNKNOWN) ? null : type;
    }

    /** Whether content found to be of one type may be called another: the same, or a finer word for what has no signature. */
    static boolean mayBeCalled(String found, String called) {
        MediaType by = MediaType.parse(called == null ? "" : called);
        MediaType is = MediaType.parse(found);
        if (by == null || is == null) {
            return called == null;
        }
        MediaType name = TYPES.getMediaTypeRegistry().normalize(by.getBaseType());
        MediaType content = TYPES.getMediaTypeRegistry().normalize(is);
        boolean coarse = found.equals("text/plain") || found.equals("application/xml") || found.equals(UNKNOWN);
        return name.equals(content) || called.startsWith(UNKNOWN)
                || TYPES.getMediaTypeRegistry().isSpecializationOf(content, name)
                || coarse && TYPES.getMediaTypeRegistry().isSpecializationOf(name, content) || sameFamily(content, name);
    }

    /** One container, several names: ISO media files, and Ogg. */
    private static boolean sameFamily(MediaType one, MediaType other) {
        Set<String> iso = Set.of("video/mp4", "application/mp4", "audio/mp4", "video/x-m4v", "video/quicktime", "video/3gpp",
                "video/3gpp2");
        Set<String> sound = Set.of("audio/vnd.wave", "audio/wav", "audio/x-wav", "audio/wave");
        Set<String> pressed = Set.of("application/gzip", "application/warc+gz");
        Set<String> photo = Set.of("image/jpeg", "image/jpg", "image/pjpeg");
        return List.of(iso, sound, pressed, photo).stream()
                .anyMatch(family -> family.contains(one.toString()) && family.contains(other.toString()));
    }
}
