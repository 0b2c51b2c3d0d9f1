package org.harmregistry.sources.inspection.domain;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks into a ZIP file: first at what its directory says, then at what really comes out. */
final class ZipArchive {

    private final Archives archives;
    private final Findings findings;
    private final UnpackingLimit limit;

    ZipArchive(Archives archives, Findings findings, UnpackingLimit limit) {
        this.archives = archives;
        this.findings = findings;
        this.limit = limit;
    }

    void inspect(FileBytes file, int depth) throws IOException {
        ZipDirectory directory = ZipDirectory.of(file);
        if (directory == null) {
            findings.add(InspectionCode.MALFORMED, "The archive has no directory.");
            return;
        }
        List<ZipEntryHeader> entries = directory.entries();
        if (directory.count() > ZipDirectory.MOST_ENTRIES || entries.size() > ZipDirectory.MOST_ENTRIES) {
            findings.add(InspectionCode.ARCHIVE_BOMB, "It has more than " + ZipDirectory.MOST_ENTRIES + " entries.");
            return;
        }
        if (entries.size() != directory.count()) {
            findings.add(InspectionCode.MALFORMED, "The archive's directory is broken.");
        }
        entries.forEach(this::look);
        lookForDoubles(entries);
        if (layout(directory, entries)) {
            unpack(directory, file, entries, depth);
        }
    }

    private void look(ZipEntryHeader entry) {
        if (EntryNames.leadsAstray(entry.text())) {
            findings.add(InspectionCode.ARCHIVE_PATH, "The name of an entry leads out of the archive or cannot be shown.");
        }
        if (entry.isSpecial()) {
            findings.add(InspectionCode.ARCHIVE_LINK, "An entry is a link or a device.");
        }
        if (entry.encrypted()) {
            findings.add(InspectionCode.ENCRYPTED, "An entry is encrypted.");
        }
        if (Executables.hasProgramName(entry.text())) {
            findings.add(InspectionCode.EXECUTABLE, "An entry has the name of a program.");
        }
        if (entry.text().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
            findings.add(InspectionCode.ACTIVE_CONTENT, "The document holds macros.");
        }
    }

    private void lookForDoubles(List<ZipEntryHeader> entries) {
        Set<String> names = new HashSet<>();
        if (!entries.stream().allMatch(entry -> names.add(entry.text().toLowerCase(Locale.ROOT)))) {
            findings.add(InspectionCode.ARCHIVE_AMBIGUOUS, "Two entries have the same name.");
        }
    }

    /** Whether every entry has bytes of its own, as its local header says too. */
    private boolean layout(ZipDirectory directory, List<ZipEntryHeader> entries) throws IOException {
        long end = 0;
        for (ZipEntryHeader entry : entries.stream().sorted(Comparator.comparingLong(ZipEntryHeader::local)).toList()) {
            long data = directory.data(entry);
            if (data < 0) {
                findings.add(InspectionCode.ARCHIVE_AMBIGUOUS, "An entry is described in two ways that differ.");
                return false;
            }
            if (entry.local() < end || data + entry.packed() > directory.start()) {
                findings.add(InspectionCode.ARCHIVE_AMBIGUOUS, "Entries overlap.");
                return false;
            }
            end = data + entry.packed();
        }
        return true;
    }

    private void unpack(ZipDirectory directory, FileBytes file, List<ZipEntryHeader> entries, int depth) throws IOException {
        for (ZipEntryHeader entry : entries) {
            if (findings.has(InspectionCode.ARCHIVE_BOMB)) {
                return;
            }
            if (entry.encrypted()) {
                continue;
            }
            if (entry.method() != 0 && entry.method() != 8) {
                findings.add(InspectionCode.ARCHIVE_OPAQUE, "An entry is packed in a way that is not looked into.");
                continue;
            }
            archives.guarded(() -> unpack(directory, file, entry, depth));
        }
    }

    private void unpack(ZipDirectory directory, FileBytes file, ZipEntryHeader entry, int depth) throws IOException {
        FileBytes packed = file.part(directory.data(entry), entry.packed());
        if (entry.method() == 0 && Archives.isZip(packed.read(0, 4))) {
            if (!limit.admits((int) Math.min(Integer.MAX_VALUE, packed.length()), packed.length(), packed.length())) {
                archives.bomb();
            }
            archives.inspect(packed, depth + 1);
            return;
        }
        Counting content = new Counting(directory.content(entry));
        archives.inspectStream(content, entry.packed(), depth + 1);
        if (!limit.drain(content, entry.packed())) {
            archives.bomb();
        }
        if (content.read != entry.size() && !findings.has(InspectionCode.ARCHIVE_BOMB)
                && !findings.has(InspectionCode.ARCHIVE_OPAQUE)) {
            findings.add(InspectionCode.ARCHIVE_AMBIGUOUS, "An entry unpacks to another size than it claims.");
        }
    }

    private static final class Counting extends FilterInputStream {

        private long read;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            read += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            int size = super.read(into, offset, wanted);
            read += Math.max(0, size);
            return size;
        }
    }
}
