/**
 * Statements: what a party said, on which day and through which channel.
 */
package org.harmregistry.incidents.statement;
