/** What the tests of several modules share. Nothing here may be needed by anything that ships. */
package dev.dateline.testkit;
