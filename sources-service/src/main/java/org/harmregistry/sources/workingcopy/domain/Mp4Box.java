package org.harmregistry.sources.workingcopy.domain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.sources.inspection.domain.Bytes;
import org.harmregistry.sources.inspection.domain.FileBytes;

/**
 * A box of an ISO base media file (ISO/IEC 14496-12), an atom of a QuickTime file.
 *
 * @param type four characters
 * @param start where its header stands
 * @param content where what is in it begins
 * @param end the place behind it
 */
record Mp4Box(String type, long start, long content, long end) {

    private static final int MOST_BOXES = 100_000;

    long size() {
        return end - start;
    }

    /** The boxes in a part of the file, in their order. */
    static List<Mp4Box> in(FileBytes file, long from, long until) throws IOException {
        List<Mp4Box> boxes = new ArrayList<>();
        long at = from;
        while (at + 8 <= until) {
            byte[] head = file.read(at, 16);
            long size = head.length < 8 ? 0 : Bytes.u32(head, 0);
            int header = 8;
            if (size == 1 && head.length == 16) {
                size = Bytes.u64(head, 8);
                header = 16;
            } else if (size == 0) {
                size = until - at;
            }
            if (head.length < 8 || size < header || size > until - at || boxes.size() >= MOST_BOXES) {
                throw new UnstrippableException("The film's boxes do not fit together.");
            }
            boxes.add(new Mp4Box(Bytes.ascii(head, 4, 4), at, at + header, at + size));
            at += size;
        }
        return boxes;
    }

    /** The boxes in this one. */
    List<Mp4Box> children(FileBytes file) throws IOException {
        return in(file, content, end);
    }

    /** The first box of that type in this one; {@code null} if there is none. */
    Mp4Box child(FileBytes file, String wanted) throws IOException {
        return children(file).stream().filter(box -> box.type().equals(wanted)).findFirst().orElse(null);
    }
}
