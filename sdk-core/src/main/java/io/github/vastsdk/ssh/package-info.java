/** SSH public keys and key pairs in OpenSSH's formats, on the JDK alone. */
package io.github.vastsdk.ssh;
