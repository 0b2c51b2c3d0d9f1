/**
 * The edition, how it is made once, and how it is checked.
 */
package org.harmregistry.reports.edition.domain;
