/**
 * The custody log, what it holds, and how it is checked.
 */
package org.harmregistry.sources.custody.domain;
