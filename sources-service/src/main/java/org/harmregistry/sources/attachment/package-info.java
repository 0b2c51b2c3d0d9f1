/**
 * Files of sources: photos, videos, documents as they came in, and what was made of them for work.
 */
package org.harmregistry.sources.attachment;
