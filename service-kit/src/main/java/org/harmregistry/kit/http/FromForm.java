package org.harmregistry.kit.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that a form of a page asks for. Browsers send the fields that were left empty, too, so that an empty
 * parameter counts as left out here; elsewhere it is refused.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromForm {
}
