package org.harmregistry.sources.attachment.domain;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * The name that a file came with, made safe: the last part of a path, without characters that do nothing but deceive. It says
 * what people called the file; nothing is ever stored or opened under it.
 *
 * @param value 1 to 255 characters, not "." or ".."
 */
public record FileName(String value) {

    public static final FileName NONE = new FileName("unnamed");
    private static final int LONGEST = 255;
    /** Control and format characters (line breaks, marks that turn the direction of writing), halves of pairs, private use. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");

    public FileName {
        if (value.isBlank() || value.length() > LONGEST || value.equals(".") || value.equals("..")) {
            throw Failure.of(CommonFailure.INVALID_VALUE, "A file has a name of 1 to 255 characters.");
        }
    }

    /** @param sent the name as it was sent, perhaps with a path of whatever system; {@code null} or nothing safe: unnamed */
    public static FileName of(String sent) {
        if (sent == null) {
            return NONE;
        }
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String seen = UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
        String safe = RESERVED.matcher(seen).replaceAll("_").strip();
        // A leading dot hides a file, trailing dots are dropped by some systems.
        safe = safe.replaceAll("^\\.+|[. ]+$", "");
        return safe.isBlank() ? NONE : new FileName(shortened(safe));
    }

    /** Keeps the ending, by which people know what a file is. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > 16 ? "" : name.substring(dot);
        int behind = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(behind - 1)) ? behind - 1 : behind) + ending;
    }
}
