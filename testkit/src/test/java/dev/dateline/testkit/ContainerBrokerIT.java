package dev.dateline.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ContainerBrokerIT extends BrokerContract {
    @Override
    Broker start() {
        assumeTrue(Broker.isDockerAvailable(), "no Docker engine answers here: the container's broker is not tested");
        return Broker.container();
    }
}
