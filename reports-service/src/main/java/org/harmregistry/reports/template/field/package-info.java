/**
 * An investigation in the field: how it was done, what it found, what was asked of whom, and what was answered.
 */
package org.harmregistry.reports.template.field;
