/**
 * Records that may be of one and the same incident: how alike two are, and why; never merged by machine.
 */
package org.harmregistry.incidents.duplicate.domain;
