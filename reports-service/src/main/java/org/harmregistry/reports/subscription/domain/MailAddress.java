package org.harmregistry.reports.subscription.domain;

import java.util.regex.Pattern;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * An address that e-mail is sent to, in the form that HTML's e-mail fields take: no comment, no quoting, nothing that a
 * header or a second recipient could begin in. It never says what it holds.
 */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private final String text;

    private MailAddress(String text) {
        this.text = text;
    }

    /** @throws Failure 400 {@code missing_field} or {@code invalid_value} at /address */
    public static MailAddress of(String text) {
        if (text == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/address", "Say where e-mail is to be sent.");
        }
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/address", "This is no plain e-mail address.");
        }
        return new MailAddress(text);
    }

    /** The address itself, for whoever sends. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "an e-mail address";
    }
}
