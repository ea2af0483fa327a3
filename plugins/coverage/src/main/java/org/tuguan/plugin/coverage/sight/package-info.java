/**
 * What an antenna sees of the ground around it, between buildings and over terrain.
 *
 * <p>The rules, all in the plane of EPSG:3826 and without the curve of the earth:
 *
 * <ul>
 *   <li>Inside a station's circle only ground that its antenna sees counts. The antenna stands its
 *       height above the ground at its place, the receiver its height above the ground at its.
 *   <li>A place is seen if the line to the receiver is nowhere lower than terrain or a building
 *       before it: its slope is at least the largest slope to anything nearer.
 *   <li>A building has a flat roof at its height above the ground in its middle. It counts as
 *       reached, as far as a ray crosses it, if the ground in front of it is seen; what lies behind
 *       it is seen only where the antenna looks over its roof.
 *   <li>A building in which or on whose edge the antenna stands is not there.
 *   <li>Rays leave at equal angles, at most about two metres apart at the rim (180 to 1,440 of
 *       them); along each of them everything is solved exactly, and it stands for the ground half
 *       way to its neighbours.
 * </ul>
 *
 * <p>Entry types: {@link org.tuguan.plugin.coverage.sight.Sight}, {@link
 * org.tuguan.plugin.coverage.sight.View}.
 */
package org.tuguan.plugin.coverage.sight;
