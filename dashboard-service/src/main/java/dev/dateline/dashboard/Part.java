package dev.dateline.dashboard;

import dev.dateline.common.http.Endpoints;

/** Something that the dashboard shows beside the stream, with readers and routes of its own. Started once, closed once. */
interface Part extends AutoCloseable {
    Endpoints endpoints();

    /** Returns soon. */
    void start();

    @Override
    void close();
}
