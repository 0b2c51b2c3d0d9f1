/**
 * The gap between what is documented and what is conceded.
 */
package org.harmregistry.reports.template.gap;
