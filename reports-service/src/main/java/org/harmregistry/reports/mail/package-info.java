/**
 * Telling people by e-mail.
 */
package org.harmregistry.reports.mail;
