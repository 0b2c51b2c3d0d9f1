/**
 * The web, as far as it may be reached: strict addresses, names looked up once, and nothing of the operator's own network.
 */
package org.harmregistry.kit.web;
