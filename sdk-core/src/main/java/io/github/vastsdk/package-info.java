/** The client, its resources, and the handles that they return. */
package io.github.vastsdk;
