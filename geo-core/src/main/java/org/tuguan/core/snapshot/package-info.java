/**
 * Render snapshots: what drawing needs of a layer, packed in memory.
 *
 * <p>Entry types: {@link org.tuguan.core.snapshot.RenderSnapshot} and {@link
 * org.tuguan.core.snapshot.SnapshotBuilder}. A snapshot is immutable and knows nothing about
 * databases, styles or pictures.
 */
package org.tuguan.core.snapshot;
