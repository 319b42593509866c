package glia.core.event;

import glia.core.account.ActionLedger;
import glia.core.account.ActionTiming;
import glia.core.account.CycleResource;
import glia.core.account.Resource;
import glia.core.account.TimedResource;
import glia.core.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Messages from end to end: sent over a wire, queued, delivered to a block out of 64 of eight kinds, sent on; 1024 on the way. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DeliveryBenchmark {
    private static final int BLOCKS = 64;
    private static final int TOKENS = 1024;
    private static final int HOPS = 64;

    /** Whether blocks count and time what they do, or only answer cycles. */
    @Param({"true", "false"})
    public boolean accounting;

    private final Simulation simulation = new Simulation();
    private final Token[] tokens = new Token[TOKENS];
    private final List<InPort<Token>> ports = new ArrayList<>();

    /** Makes blocks and wires of 1 to 16 cycles. */
    @Setup
    public void wire() {
        RandomStream draws = RandomStream.of(1, 2);
        ActionLedger ledger = new ActionLedger(List.of(RelayBlock.Work.values()));
        List<OutPort<Token>[]> wires = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            wires.add(noWires());
            RelayBlock relay = new RelayBlock(simulation, resource(ledger, "block" + block), wires.get(block));
            ports.add(simulation.inPort("block" + block, relay.handler(draws.below(block, RelayBlock.KINDS))));
        }
        for (int wire = 0; wire < BLOCKS * RelayBlock.WIRES; wire++) {
            int cycles = 1 + draws.sub(1).below(wire, 16);
            InPort<Token> receiver = ports.get(draws.sub(2).below(wire, BLOCKS));
            wires.get(wire / RelayBlock.WIRES)[wire % RelayBlock.WIRES] =
                    new PrivateWire<>(simulation, (ready, words) -> ready + cycles, receiver);
        }
        for (int i = 0; i < TOKENS; i++) {
            tokens[i] = new Token();
        }
    }

    @SuppressWarnings("unchecked")
    private static OutPort<Token>[] noWires() {
        return (OutPort<Token>[]) new OutPort<?>[RelayBlock.WIRES];
    }

    private Resource resource(ActionLedger ledger, String block) {
        ActionTiming[] timings = {new ActionTiming(1, 1, 16)};
        return accounting
                ? new TimedResource(simulation, ledger.open(block, "relay"), timings)
                : new CycleResource(simulation, timings);
    }

    /** Sends all tokens off and delivers until the last one has used up its hops. */
    @Benchmark
    @OperationsPerInvocation(TOKENS * HOPS)
    public long deliver() {
        for (int i = 0; i < TOKENS; i++) {
            tokens[i].hops = HOPS;
            simulation.schedule(simulation.nowCycle() + 1 + (i & 15), ports.get(i & (BLOCKS - 1)), tokens[i]);
        }
        return simulation.runUntilQuiet();
    }
}
