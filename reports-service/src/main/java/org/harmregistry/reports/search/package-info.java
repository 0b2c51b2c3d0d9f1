/**
 * The search that people use: what they typed, and what the registry finds for it, as everybody may read it.
 */
package org.harmregistry.reports.search;
