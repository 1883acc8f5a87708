/** The ledger from a reader's side: the books as published, whether they balance, and a second count from the topics themselves. */
package dev.dateline.standalone.books;
