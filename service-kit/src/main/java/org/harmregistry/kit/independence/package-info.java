/**
 * Which sources speak with one voice; what two services count must be counted alike.
 */
package org.harmregistry.kit.independence;
