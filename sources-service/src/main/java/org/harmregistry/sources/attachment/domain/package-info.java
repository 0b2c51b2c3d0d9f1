/**
 * What an attachment is, who may see it, and how it comes in.
 */
package org.harmregistry.sources.attachment.domain;
