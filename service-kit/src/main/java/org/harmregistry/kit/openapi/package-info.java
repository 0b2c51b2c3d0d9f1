/**
 * What the API documents of all services say alike.
 */
package org.harmregistry.kit.openapi;
