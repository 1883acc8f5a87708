/** Scores against labelled sets: what a task's files hold, how the service's own steps are run over them, and how the scores are computed. Needs no Kafka. */
package dev.dateline.standalone.eval;
