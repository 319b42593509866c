package glia.cli.reproduce;

import glia.cli.figure.DataTable;
import glia.cli.figure.Figure;
import java.util.List;

/**
 * What came out.
 *
 * @param findings our values beside the published ones
 * @param figure the picture
 * @param data the numbers of the picture
 * @param settings the exact settings: commands, or keys of a scenario
 * @param differences where we differ from the paper, plainly
 */
public record Outcome(
        List<Finding> findings, Figure figure, DataTable data, List<String> settings, List<String> differences) {}
