/**
 * What there is to tell, and the sending of it: queued with what happened, claimed by lease, tried again with growing waits.
 */
package org.harmregistry.reports.delivery.domain;
