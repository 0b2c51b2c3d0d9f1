/**
 * On what an incident's numbers rest: recorded with it, derived by a rule from what cited sources claim, or set by hand.
 */
package org.harmregistry.incidents.count.domain;
