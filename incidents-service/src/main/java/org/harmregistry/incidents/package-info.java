/**
 * The incidents service: what happened, and what each party did about it. Here stands only what the resources of several
 * features share.
 */
package org.harmregistry.incidents;
