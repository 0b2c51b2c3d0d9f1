/**
 * What a party publishes month by month about reports of civilian casualties.
 */
package org.harmregistry.reports.template.casualties;
