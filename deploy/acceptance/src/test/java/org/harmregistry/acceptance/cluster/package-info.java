/** The cluster's manifests, rendered, and held to their kinds and to what the services really have. */
package org.harmregistry.acceptance.cluster;
