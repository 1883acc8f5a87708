package dev.dateline.dashboard.alerts;

import dev.dateline.common.config.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The rules and where alerts are sent, below {@code dateline.dashboard.alerts}.
 *
 * @param receiver null when alerts are sent nowhere
 * @param secret null when there is no receiver
 */
public record AlertSettings(AlertRules rules, URI receiver, WebhookSecret secret) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Notes what is wrong as problems of the settings.
     *
     * @param dashboard the section {@code dateline.dashboard}
     */
    public static AlertSettings from(Settings dashboard) {
        Settings alerts = dashboard.section("alerts");
        AlertRules rules = rules(alerts);
        Settings webhook = alerts.section("webhook");
        URI receiver = receiver(webhook);
        return new AlertSettings(rules, receiver, receiver == null ? null : secret(webhook));
    }

    private static AlertRules rules(Settings alerts) {
        String file = alerts.text("file");
        if (file.isBlank()) {
            return AlertRules.standard();
        }
        try {
            return AlertRules.withFile(Path.of(file));
        } catch (AlertRulesException e) {
            alerts.refuse("file", "names a file that can't be used: " + e.getMessage());
            return AlertRules.standard();
        }
    }

    /** What is wrong with it is told without the address: it may hold secrets. */
    private static URI receiver(Settings webhook) {
        String text = webhook.text("url");
        if (text.isBlank()) {
            return null;
        }
        try {
            URI address = new URI(text);
            if (address.getScheme() != null
                    && SCHEMES.contains(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            webhook.refuse("url", "is not an address (" + e.getReason() + "), expected http:// or https:// and a host");
            return null;
        }
        webhook.refuse(
                "url",
                "is not an address that alerts can be sent to, expected http:// or https:// and a host,"
                        + " without a user's name");
        return null;
    }

    private static WebhookSecret secret(Settings webhook) {
        String text = webhook.text("secret");
        if (text.isBlank()) {
            webhook.refuse(
                    "secret", "is empty, but deliveries to webhook.url are signed; expected " + WebhookSecret.FORM);
            return null;
        }
        try {
            return WebhookSecret.parse(text);
        } catch (IllegalArgumentException e) {
            webhook.refuse("secret", "can't be used: " + e.getMessage() + "; expected " + WebhookSecret.FORM);
            return null;
        }
    }
}
