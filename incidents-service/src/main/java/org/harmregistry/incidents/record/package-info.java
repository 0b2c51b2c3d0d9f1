/**
 * What all dated records about parties have in common: how they are created, read, listed and changed, and the values that they
 * are made of. Each kind of record has its own content, rules and table.
 */
package org.harmregistry.incidents.record;
