/**
 * Who calls, with which role and for which organisation, as told by the verified token.
 */
package org.harmregistry.kit.identity;
