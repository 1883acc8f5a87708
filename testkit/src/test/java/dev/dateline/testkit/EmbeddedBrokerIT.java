package dev.dateline.testkit;

class EmbeddedBrokerIT extends BrokerContract {
    @Override
    Broker start() {
        return Broker.embedded();
    }
}
