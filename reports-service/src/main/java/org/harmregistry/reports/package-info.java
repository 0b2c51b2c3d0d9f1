/**
 * Reports that publish themselves and can be checked.
 */
package org.harmregistry.reports;
