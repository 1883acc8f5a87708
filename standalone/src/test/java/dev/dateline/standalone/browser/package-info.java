/** The pages as people meet them: in a real browser, over a running pipeline whose services are killed and started again. */
package dev.dateline.standalone.browser;
