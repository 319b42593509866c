package glia.cli.reproduce;

import java.util.List;

/**
 * What a reproduction is about.
 *
 * @param name its name on the command line
 * @param paper where the result was published
 * @param item which figure, table or equation
 * @param claim what was published, in a sentence
 * @param quickMinutes about how long the quick form takes on one core
 * @param fullMinutes about how long {@code --full} takes on one core
 * @param sets the published data sets; the quick form can do without, on glyphs
 */
public record Subject(
        String name,
        Paper paper,
        String item,
        String claim,
        double quickMinutes,
        double fullMinutes,
        List<String> sets) {}
