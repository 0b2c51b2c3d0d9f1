/**
 * What stands in for MongoDB on one machine: same wire, plain CRUD and GridFS, and nothing acknowledged before it is on disk.
 */
package org.harmregistry.local.mongo;
