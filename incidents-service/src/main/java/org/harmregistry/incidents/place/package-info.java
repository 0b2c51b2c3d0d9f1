/**
 * Names of places: how they are compared, and which administrative areas they stand for.
 */
package org.harmregistry.incidents.place;
