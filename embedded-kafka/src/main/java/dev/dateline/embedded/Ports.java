package dev.dateline.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The two ports of one start. Kafka binds them itself a moment later, so another process may still win them. */
record Ports(int broker, int controller) {
    /** {@link BrokerSettings#HOST}, not looked up. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /**
     * Free ports.
     *
     * @param wanted the broker's, or 0 for any
     * @throws BrokerStartException when the wanted one is in use
     */
    static Ports find(int wanted) {
        try (ServerSocket broker = bind(wanted);
                ServerSocket controller = bind(0)) {
            return new Ports(broker.getLocalPort(), controller.getLocalPort());
        } catch (BindException e) {
            throw taken(wanted, e);
        } catch (IOException e) {
            throw new BrokerStartException(
                    "No port can be opened on " + BrokerSettings.HOST + ": " + e.getMessage(), e);
        }
    }

    static BrokerStartException taken(int port, Throwable cause) {
        return new BrokerStartException(
                "Port " + port + " of " + BrokerSettings.HOST + " can't be opened: " + cause.getMessage()
                        + ". Stop the program that listens there, or choose another port.",
                cause);
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
