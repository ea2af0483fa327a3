/**
 * Render snapshots: what drawing needs of a layer, packed in memory.
 *
 * <p>Entry types: {@link org.tuguan.core.snapshot.RenderSnapshot} and {@link
 * org.tuguan.core.snapshot.SnapshotBuilder}. A snapshot is immutable and knows nothing about
 * databases, styles or pictures. A {@link org.tuguan.core.snapshot.LiveLayer} is a layer whose
 * snapshot follows its data: drawing reads its {@link org.tuguan.core.snapshot.LayerView}.
 */
package org.tuguan.core.snapshot;
