package dev.dateline.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.testkit.Broker;

/** The services over Apache's image. */
class ContainerPipelineIT extends PipelineContract {
    @Override
    Broker startBroker() {
        assumeTrue(
                Broker.isDockerAvailable(),
                "no Docker engine answers here: the services over Apache's image are not tested");
        return Broker.container();
    }
}
