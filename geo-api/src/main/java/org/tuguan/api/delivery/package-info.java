/**
 * Delivering data that were applied for: an application that is settled becomes a package in the
 * background ({@link org.tuguan.api.delivery.PackageMaker}), links open it until they or its
 * licence end, and anybody may ask whether a file is one that was delivered.
 */
package org.tuguan.api.delivery;
