/**
 * What people read: pages and the HTML file of an edition, without scripts.
 */
package org.harmregistry.reports.page;
