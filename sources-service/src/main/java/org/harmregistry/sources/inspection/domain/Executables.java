package org.harmregistry.sources.inspection.domain;

import java.util.Locale;
import java.util.Set;

/** Programs, scripts and installers, by content and by the names that operating systems run. */
final class Executables {

    private static final Set<String> TYPES = Set.of("application/x-msdownload", "application/x-dosexec", "application/x-elf",
            "application/x-executable", "application/x-sharedlib", "application/x-object", "application/java-vm",
            "application/java-archive", "application/vnd.android.package-archive", "application/x-sh", "application/x-bat",
            "application/x-ms-installer", "application/x-ms-shortcut", "application/x-msdos-program", "text/javascript",
            "application/x-debian-package", "application/x-rpm", "text/x-php", "text/x-python", "text/x-perl",
            "text/x-vbscript",
            "text/x-vbasic", "application/x-csh", "application/x-applescript", "application/hta", "application/vnd.ms-htmlhelp",
            "application/wasm", "application/x-msi");
    private static final Set<String> NAMES = Set.of("exe", "dll", "scr", "com", "pif", "bat", "cmd", "ps1", "psm1", "vbs",
            "vbe",
            "js", "jse", "mjs", "wsf", "wsh", "hta", "msi", "msp", "lnk", "reg", "jar", "class", "apk", "sh", "bash", "py",
            "pl",
            "rb", "php", "desktop", "cpl", "chm", "scf", "url", "appimage", "deb", "rpm", "dmg", "app", "elf", "so", "wasm");

    private Executables() {
    }

    static boolean isProgramType(String mediaType) {
        return TYPES.contains(mediaType) || mediaType.startsWith("application/x-mach-o");
    }

    /** Whether the first bytes are those of a program or of a script that names its interpreter. */
    static boolean isProgram(byte[] head) {
        boolean windows = Bytes.startsWith(head, 0, "MZ") && head.length >= 64;
        boolean mach = Bytes.startsWith(head, 0, "\u00cf\u00fa\u00ed\u00fe")
                || Bytes.startsWith(head, 0, "\u00ce\u00fa\u00ed\u00fe")
                || Bytes.startsWith(head, 0, "\u00fe\u00ed\u00fa\u00ce")
                || Bytes.startsWith(head, 0, "\u00fe\u00ed\u00fa\u00cf");
        return windows || mach || Bytes.startsWith(head, 0, "\u007fELF") || Bytes.startsWith(head, 0, "#!")
                || Bytes.startsWith(head, 0, "\u00ca\u00fe\u00ba\u00be") || Bytes.startsWith(head, 0, "\0asm");
    }

    static boolean hasProgramName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
        int dot = last.lastIndexOf('.');
        return dot >= 0 && NAMES.contains(last.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
