/**
 * How working copies are made, and by whom they are claimed and released.
 */
package org.harmregistry.sources.workingcopy.domain;
