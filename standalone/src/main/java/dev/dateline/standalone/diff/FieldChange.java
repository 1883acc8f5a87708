package dev.dateline.standalone.diff;

import java.util.List;

/**
 * One field of one event that is not what it was.
 *
 * @param field as in the event
 * @param gone what the first version has and the second has not, for people
 * @param come what the second version has and the first has not
 * @param why what explains it best: the text, the model, or the version of the pipeline
 */
public record FieldChange(String field, List<String> gone, List<String> come, String why) {}
