package org.harmregistry.kit.http;

import java.util.UUID;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** Addresses of records. */
public final class RecordAddress {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private RecordAddress() {
    }

    public static String of(String collection, UUID id) {
        return "/api/v1/" + collection + "/" + id;
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * The id in an address.
     *
     * @throws Failure 404 if it is none: there can be nothing behind it
     */
    public static UUID id(String text) {
        if (!isId(text)) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return UUID.fromString(text);
    }
}
