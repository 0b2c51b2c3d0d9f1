package org.harmregistry.sources.inspection.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an inspection can find. What does not merely deserve a note keeps the file in quarantine. */
public enum InspectionCode {
    /** The content is of another type than was declared. */
    @JsonProperty("type_mismatch")
    TYPE_MISMATCH(false),
    /** The name ends as files of another type do. */
    @JsonProperty("extension_mismatch")
    EXTENSION_MISMATCH(false),
    /** There is nothing in the file. */
    @JsonProperty("empty")
    EMPTY(false),
    /** Something follows the end of the file's own format, as a film follows a moving photo. */
    @JsonProperty("trailing_data")
    TRAILING_DATA(false),
    /** The file ends before its own format does. */
    @JsonProperty("truncated")
    TRUNCATED(false),
    /** The file breaks the rules of its own format. */
    @JsonProperty("malformed")
    MALFORMED(true),
    /** The file is of two types at once. */
    @JsonProperty("polyglot")
    POLYGLOT(true),
    /** A program, a script or an installer. */
    @JsonProperty("executable")
    EXECUTABLE(true),
    /** A document that runs something when it is opened. */
    @JsonProperty("active_content")
    ACTIVE_CONTENT(true),
    /** The content cannot be read without a password. */
    @JsonProperty("encrypted")
    ENCRYPTED(true),
    /** Unpacked, it would be beyond all measure. */
    @JsonProperty("archive_bomb")
    ARCHIVE_BOMB(true),
    /** Archives within archives, deeper than is looked into. */
    @JsonProperty("archive_nested")
    ARCHIVE_NESTED(true),
    /** An archive of a kind that is not looked into. */
    @JsonProperty("archive_opaque")
    ARCHIVE_OPAQUE(true),
    /** An entry's name leads out of the directory that it is unpacked in, or cannot be shown. */
    @JsonProperty("archive_path")
    ARCHIVE_PATH(true),
    /** An entry is a link, or no file at all. */
    @JsonProperty("archive_link")
    ARCHIVE_LINK(true),
    /** Two entries share bytes or a name, or are described in two ways that differ. */
    @JsonProperty("archive_ambiguous")
    ARCHIVE_AMBIGUOUS(true),
    /** The picture has more pixels than are ever decoded. */
    @JsonProperty("pixel_bomb")
    PIXEL_BOMB(true),
    /** The inspection did not come to an end in its time. */
    @JsonProperty("inspection_timeout")
    INSPECTION_TIMEOUT(true),
    /** The operator's scanner knows it as malware. */
    @JsonProperty("malware")
    MALWARE(true);

    private final boolean quarantines;

    InspectionCode(boolean quarantines) {
        this.quarantines = quarantines;
    }

    public boolean quarantines() {
        return quarantines;
    }
}
