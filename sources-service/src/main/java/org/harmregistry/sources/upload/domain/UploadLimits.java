package org.harmregistry.sources.upload.domain;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** How much of uploads is kept and waited for. */
@ConfigMapping(prefix = "registry.uploads")
public interface UploadLimits {

    /** Bodies of files that one replica receives at once. */
    int atOnce();

    /** How long one request may bring bytes. */
    Duration longestRequest();

    /** Unfinished uploads of one sender. */
    int openPerSender();

    /** Bytes of the unfinished uploads of one organisation. */
    long reservedPerOrganisation();

    /** How long after its beginning an upload can be gone on with. */
    Duration lifetime();

    /** How long bytes may come before it is noted how far the upload is. */
    Duration noteEvery();

    /** How long a request may bring nothing before another one may take its place. */
    Duration silence();

    /** How often uploads are looked for whose time is over; as the scheduler reads it, {@code off} for never. */
    String expireEvery();
}
