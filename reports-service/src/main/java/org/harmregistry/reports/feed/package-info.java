/**
 * The public feed of what came out, was corrected and was taken back (Atom, RFC 4287).
 */
package org.harmregistry.reports.feed;
