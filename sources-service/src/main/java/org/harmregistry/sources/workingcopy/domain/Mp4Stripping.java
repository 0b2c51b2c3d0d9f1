package org.harmregistry.sources.workingcopy.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.harmregistry.sources.inspection.domain.Bytes;
import org.harmregistry.sources.inspection.domain.FileBytes;

/**
 * MP4 and QuickTime films (ISO/IEC 14496-12): user data, metadata and vendors' boxes become free space of the same size,
 * so that the places of sound and picture stay as they are; times of making are cleared; tracks of timed metadata (a
 * phone's or drone's positions) are emptied with their samples.
 */
final class Mp4Stripping implements MetadataStripping {

    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "edts", "dinf",
            "mvex");
    private static final Set<String> DROPPED = Set.of("udta", "meta", "uuid", "free", "skip", "wide", "\u00a9xyz", "loci",
            "ID32",
            "XMP_", "pnot", "clip", "matt", "tref", "cprt");
    private static final Set<String> DATED = Set.of("mvhd", "tkhd", "mdhd");
    private static final Set<String> TOP = Set.of("ftyp", "moov", "mdat", "moof", "sidx", "styp", "mfra", "pdin", "ssix",
            "prft");
    private static final Set<String> SHOWN = Set.of("vide", "soun", "subt", "text", "sbtl", "clcp");
    private static final int DEEPEST = 10;

    /** A part of the copy that is not as in the original: zeros, behind a header of free space if it was a box. */
    private record Cleared(long from, long until, boolean box) {
    }

    @Override
    public void strip(FileBytes file, OutputStream out) throws IOException {
        List<Cleared> cleared = new ArrayList<>();
        for (Mp4Box box : Mp4Box.in(file, 0, file.length())) {
            if (!TOP.contains(box.type())) {
                cleared.add(new Cleared(box.start(), box.end(), true));
            } else if (CONTAINERS.contains(box.type())) {
                lookInto(file, box, cleared, 0);
            }
        }
        cleared.sort(Comparator.comparingLong(Cleared::from));
        write(file, cleared, out);
    }

    private void lookInto(FileBytes file, Mp4Box parent, List<Cleared> cleared, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new UnstrippableException("The film's boxes lie too deep in each other.");
        }
        for (Mp4Box box : parent.children(file)) {
            file.deadline().check();
            if (DROPPED.contains(box.type())) {
                cleared.add(new Cleared(box.start(), box.end(), true));
            } else if (box.type().equals("trak") && !SHOWN.contains(handler(file, box))) {
                for (long[] range : Mp4Samples.of(file, box)) {
                    cleared.add(new Cleared(range[0], range[1], false));
                }
                cleared.add(new Cleared(box.start(), box.end(), true));
            } else if (DATED.contains(box.type())) {
                boolean wide = file.read(box.content(), 1)[0] == 1;
                cleared.add(new Cleared(box.content() + 4, box.content() + 4 + (wide ? 16 : 8), false));
            } else if (box.type().equals("hdlr")) {
                // Behind type and reserved words only the handler's name is left, which writers put their own into.
                cleared.add(new Cleared(Math.min(box.end(), box.content() + 24), box.end(), false));
            } else if (CONTAINERS.contains(box.type())) {
                lookInto(file, box, cleared, depth + 1);
            }
        }
    }

    private static String handler(FileBytes file, Mp4Box track) throws IOException {
        Mp4Box media = track.child(file, "mdia");
        Mp4Box handler = media == null ? null : media.child(file, "hdlr");
        return handler == null ? "" : Bytes.ascii(file.read(handler.content() + 8, 4), 0, 4);
    }

    private static void write(FileBytes file, List<Cleared> cleared, OutputStream out) throws IOException {
        long at = 0;
        for (Cleared part : cleared) {
            if (part.from() < 0 || part.until() > file.length() || part.from() > part.until()) {
                throw new UnstrippableException("The film's boxes do not fit together.");
            }
            if (part.until() <= at) {
                continue;
            }
            long from = Math.max(at, part.from());
            copy(file, at, from, out);
            boolean whole = part.box() && from == part.from();
            writeZeros(whole ? freeHeader(file, part, out) : from, part.until(), out);
            at = part.until();
        }
        copy(file, at, file.length(), out);
    }

    /** The header of free space of the same size; the answer is the place behind it. */
    private static long freeHeader(FileBytes file, Cleared part, OutputStream out) throws IOException {
        byte[] head = file.read(part.from(), 16);
        boolean wide = Bytes.u32(head, 0) == 1;
        byte[] free = Bytes.ascii("free");
        System.arraycopy(free, 0, head, 4, 4);
        out.write(head, 0, wide ? 16 : 8);
        return part.from() + (wide ? 16 : 8);
    }

    private static void writeZeros(long from, long until, OutputStream out) throws IOException {
        byte[] zeros = new byte[64 * 1024];
        for (long at = from; at < until; at += zeros.length) {
            out.write(zeros, 0, (int) Math.min(zeros.length, until - at));
        }
    }

    private static void copy(FileBytes file, long from, long until, OutputStream out) throws IOException {
        try (InputStream part = file.stream(from, until - from)) {
            part.transferTo(out);
        }
    }
}
