/**
 * Server-sent events: readers who are told what comes, few enough and none without end.
 */
package org.harmregistry.kit.live;
