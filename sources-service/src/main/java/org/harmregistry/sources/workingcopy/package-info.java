/**
 * Working copies: what is made of evidence to be worked with and shown. The evidence itself is never touched.
 */
package org.harmregistry.sources.workingcopy;
