/** When two web addresses are the same article: the form of an address that identifies it. Pure text in, text out: no network, no DNS. */
package dev.dateline.common.address;
