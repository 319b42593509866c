package glia.learning.part;

import glia.chip.datapath.SignBits;
import glia.chip.plasticity.LayerSite;

/**
 * Walsh codes in the order of Hadamard: parameter k carries code k + 1 of length N, the smallest power of two above the number of
 * parameters, and its sign at step t is the parity of the bits that k + 1 and t mod N share. Codes of different parameters are
 * orthogonal over N steps, and each is as often plus as minus.
 *
 * @param site the layer
 * @param step the step of the perturbation
 */
record WalshSigns(LayerSite site, long step) implements SignBits {
    @Override
    public long word(int row, int word) {
        long length = Long.highestOneBit(site.parameters()) << 1;
        long time = step % length;
        long signs = 0;
        int end = Math.min(site.neurons(), (word + 1) * Long.SIZE);
        for (int column = word * Long.SIZE; column < end; column++) {
            signs |= (Long.bitCount((site.number(row, column) + 1) & time) & 1L) << column;
        }
        return signs;
    }
}
