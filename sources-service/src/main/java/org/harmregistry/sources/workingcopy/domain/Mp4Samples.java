package org.harmregistry.sources.workingcopy.domain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.sources.inspection.domain.Bytes;
import org.harmregistry.sources.inspection.domain.FileBytes;

/** Where the samples of a track lie in a film, by its tables stco or co64, stsc and stsz (ISO/IEC 14496-12, 8.7). */
final class Mp4Samples {

    private static final int MOST = 2_000_000;

    private Mp4Samples() {
    }

    /** The chunks of the track as pairs: first byte, and the place behind the last. */
    static List<long[]> of(FileBytes file, Mp4Box track) throws IOException {
        Mp4Box media = track.child(file, "mdia");
        Mp4Box information = media == null ? null : media.child(file, "minf");
        Mp4Box tables = information == null ? null : information.child(file, "stbl");
        if (tables == null) {
            throw new UnstrippableException("A track of the film does not tell where it lies.");
        }
        long[] chunks = chunks(file, tables);
        long[] perChunk = samplesPerChunk(file, tables, chunks.length);
        Mp4Box sizes = required(tables.child(file, "stsz"));
        byte[] head = file.read(sizes.content() + 4, 8);
        long same = Bytes.u32(head, 0);
        byte[] each = same != 0 ? new byte[0] : table(file, sizes, 12, Bytes.u32(head, 4), 4);
        List<long[]> ranges = new ArrayList<>();
        int sample = 0;
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            long size = same * perChunk[chunk];
            for (long i = 0; same == 0 && i < perChunk[chunk] && (sample + 1) * 4 <= each.length; i++) {
                size += Bytes.u32(each, sample++ * 4);
            }
            ranges.add(new long[] { chunks[chunk], chunks[chunk] + size });
        }
        return ranges;
    }

    private static long[] chunks(FileBytes file, Mp4Box tables) throws IOException {
        Mp4Box wide = tables.child(file, "co64");
        Mp4Box box = wide == null ? required(tables.child(file, "stco")) : wide;
        int size = wide == null ? 4 : 8;
        byte[] rows = table(file, box, 8, Bytes.u32(file.read(box.content() + 4, 4), 0), size);
        long[] chunks = new long[rows.length / size];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = wide == null ? Bytes.u32(rows, i * 4) : Bytes.u64(rows, i * 8);
        }
        return chunks;
    }

    private static long[] samplesPerChunk(FileBytes file, Mp4Box tables, int count) throws IOException {
        Mp4Box box = required(tables.child(file, "stsc"));
        byte[] rows = table(file, box, 8, Bytes.u32(file.read(box.content() + 4, 4), 0), 12);
        long[] perChunk = new long[count];
        int row = 0;
        for (int chunk = 0; chunk < count && rows.length >= 12; chunk++) {
            while ((row + 2) * 12 <= rows.length && Bytes.u32(rows, (row + 1) * 12) <= chunk + 1) {
                row++;
            }
            perChunk[chunk] = Bytes.u32(rows, row * 12 + 4);
        }
        return perChunk;
    }

    private static byte[] table(FileBytes file, Mp4Box box, int offset, long rows, int size) throws IOException {
        if (rows > MOST || box.content() + offset + rows * size > box.end()) {
            throw new UnstrippableException("A table of the film is broken.");
        }
        return file.read(box.content() + offset, (int) rows * size);
    }

    private static Mp4Box required(Mp4Box box) throws IOException {
        if (box == null) {
            throw new UnstrippableException("A track of the film does not tell where it lies.");
        }
        return box;
    }
}
