package dev.dateline.standalone;

import dev.dateline.testkit.Broker;

/** The services over the broker that {@code dateline up} runs. */
class EmbeddedPipelineIT extends PipelineContract {
    @Override
    Broker startBroker() {
        return Broker.embedded();
    }
}
