/**
 * What is said of a transfer, and how it comes into the chain of its source.
 */
package org.harmregistry.sources.transfer.domain;
