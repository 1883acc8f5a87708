package dev.dateline.common.model;

import java.util.List;

/**
 * What an article is about, in the terms of the IPTC Media Topics or of a user's own file.
 *
 * @param code of the concept, for example {@code medtop:16000000}
 * @param name in English
 * @param parent code of the broader concept; absent for the top level
 * @param confidence 0 to 1
 * @param evidence strongest first; never empty
 */
public record MediaTopic(String code, String name, String parent, double confidence, List<Evidence> evidence) {}
