/**
 * The definition, its values and its use cases.
 */
package org.harmregistry.reports.definition.domain;
