package glia.chip.interconnect;

import glia.chip.ChipAction;
import glia.core.account.ActionLedger;
import glia.core.account.ActionTiming;
import glia.core.account.Resource;
import glia.core.account.TimedResource;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A simulation in which all actions take the same time, and a log of what arrives when. */
final class Bench {
    final Simulation simulation = new Simulation();
    final ActionLedger ledger = new ActionLedger(List.of(ChipAction.values()));
    final List<String> arrivals = new ArrayList<>();
    final ActionTiming timing;

    Bench(long latency, long interval, long lanes) {
        timing = new ActionTiming(latency, interval, lanes);
    }

    /** Hardware of its own, counted in an account that may be shared. */
    Resource resource(String block) {
        ActionTiming[] timings = new ActionTiming[ChipAction.values().length];
        Arrays.fill(timings, timing);
        return new TimedResource(simulation, ledger.open(block, block), timings);
    }

    /** What an interconnect is made of here; each step of a link takes the bench's latency. */
    Interconnects.Parts parts(int width, int height) {
        return parts(width, height, new Network.Flow(Arbiter.ROUND_ROBIN, 4, 2, true));
    }

    Interconnects.Parts parts(int width, int height, Network.Flow flow) {
        return new Interconnects.Parts(
                simulation,
                () -> resource("wires"),
                length -> new ActionTiming(timing.latency() * length, timing.interval(), timing.lanes()),
                width,
                height,
                flow);
    }

    /** A port that logs its arrivals as "name message @ cycle". */
    <M extends Message> InPort<M> port(String name) {
        return simulation.inPort(name, message -> arrivals.add(name + " " + message + " @ " + simulation.nowCycle()));
    }

    /** Does something at a cycle. */
    void at(long cycle, Runnable work) {
        simulation.schedule(cycle, simulation.inPort("clock", message -> work.run()), () -> 1);
    }
}
