package org.harmregistry.sources.attachment.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.attachment.domain.AttachmentFailure;

/**
 * The part of a file that is asked for (RFC 9110, 14).
 *
 * @param from first byte, from 0
 * @param length how many bytes
 * @param whole true if the whole file is to be answered, with 200
 */
record ByteRange(long from, long length, boolean whole) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /**
     * Several ranges, or what is no range, are answered with the whole, as the standard allows.
     *
     * @param header the header {@code Range}, or {@code null}
     * @param total the file's length
     * @throws Failure 416 if the range begins behind the end
     */
    static ByteRange of(String header, String ifRange, String tag, long total) {
        ByteRange all = new ByteRange(0, total, true);
        Matcher range = header == null || ifRange != null && !ifRange.trim().equals(tag) ? null : ONE.matcher(header);
        if (range == null || !range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return all;
        }
        if (range.group(1).isEmpty()) {
            return suffix(Long.parseLong(range.group(2)), total);
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? total - 1 : Long.parseLong(range.group(2));
        if (last < first && !range.group(2).isEmpty()) {
            return all;
        }
        if (first >= total) {
            throw outside(total);
        }
        return new ByteRange(first, Math.min(last, total - 1) - first + 1, false);
    }

    private static ByteRange suffix(long length, long total) {
        if (length == 0) {
            throw outside(total);
        }
        long wanted = Math.min(length, total);
        return new ByteRange(total - wanted, wanted, false);
    }

    private static Failure outside(long total) {
        return Failure.at(AttachmentFailure.RANGE_NOT_SATISFIABLE, "#Range", "The file has " + total + " bytes.")
                .with("Content-Range", "bytes */" + total);
    }

    /** The header {@code Content-Range}. */
    String contentRange(long total) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + total;
    }
}
