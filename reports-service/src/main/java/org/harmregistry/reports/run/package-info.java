/**
 * How far the making of an edition is: what everybody who waits for it is told, and how it is called off.
 */
package org.harmregistry.reports.run;
