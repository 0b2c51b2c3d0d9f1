/**
 * Handing evidence over: to whom a source or one of its files was given, in the custody log and nowhere else.
 */
package org.harmregistry.sources.transfer;
