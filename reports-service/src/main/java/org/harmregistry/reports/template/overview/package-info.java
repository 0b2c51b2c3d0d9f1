/**
 * What the records of a period add up to: week by week, and by grading, strike and area.
 */
package org.harmregistry.reports.template.overview;
