/**
 * Strict reading of JSON and canonical writing of it.
 */
package org.harmregistry.kit.json;
