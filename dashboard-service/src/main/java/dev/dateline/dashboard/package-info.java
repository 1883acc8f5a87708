/** The dashboard: reads topics only, and shows what became of the articles. Knows no step and no store of the pipeline. */
package dev.dateline.dashboard;
