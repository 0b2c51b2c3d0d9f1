/**
 * How reports are made: each template collects its evidence over the ports and writes a document from it.
 */
package org.harmregistry.reports.template;
