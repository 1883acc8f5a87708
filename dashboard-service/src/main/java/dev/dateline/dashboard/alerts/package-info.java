/** What needs a person: rules, which of them hold and since when, and who is told. Measures nothing itself: {@link Signals} does. */
package dev.dateline.dashboard.alerts;
