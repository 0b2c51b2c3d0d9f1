/** Processes that outlive the launcher, and how one is told from another that was later given the same number. */
package org.harmregistry.local.process;
