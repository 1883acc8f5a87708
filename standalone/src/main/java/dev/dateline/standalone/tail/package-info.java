/** One record, one line: how records of each topic read on a terminal. Everything an article holds is made harmless first. */
package dev.dateline.standalone.tail;
