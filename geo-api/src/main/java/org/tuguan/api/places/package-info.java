/**
 * Finding places by name: {@code /api/v1/places}. A place is a feature of a layer that says which
 * of its attributes is a place's name.
 */
package org.tuguan.api.places;
