/**
 * Where keys are kept: wrapped in MongoDB, and those that wrap them in the operator's file or key service.
 */
package org.harmregistry.sources.sealing.store;
