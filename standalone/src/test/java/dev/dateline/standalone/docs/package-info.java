/** Keeps the pages that list things equal to the things: each is made from the code and compared with the file. */
package dev.dateline.standalone.docs;
