package org.harmregistry.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A text that cannot be stored, found while reading; Jackson adds the path to it. */
final class InvalidTextException extends MismatchedInputException {

    InvalidTextException(JsonParser parser, String message) {
        super(parser, message, String.class);
    }
}
