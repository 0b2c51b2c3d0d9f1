/**
 * Files are shown to a scanner of the operator's, if there is one.
 */
package org.harmregistry.sources.scanning;
