package glia.chip.interconnect;

/**
 * A block's cell on the grid of the floorplan, which has one block a cell.
 *
 * @param x column, from 0
 * @param y row, from 0
 */
public record Place(int x, int y) {}
