/**
 * Failures as an enum of stable codes and one exception type, and their single way to RFC 9457 answers.
 */
package org.harmregistry.kit.problem;
