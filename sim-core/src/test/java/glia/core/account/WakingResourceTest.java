package glia.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.core.event.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

class WakingResourceTest {
    private enum Work implements Action {
        READ,
        WRITE
    }

    private static final AwakeCycle AWAKE = new AwakeCycle(2);

    private final Simulation simulation = new Simulation();
    private final ActionLedger ledger = new ActionLedger(List.of(Work.READ, Work.WRITE, AWAKE));
    private final ActionLedger.Account account = ledger.open("tile", "tile");
    private final ActionTiming[] timings = {new ActionTiming(3, 2, 1), new ActionTiming(10, 10, 4)};
    private final Resource resource =
            new WakingResource(simulation, account, new TimedResource(simulation, account, timings), AWAKE);

    @Test
    void aChainOfActionsIsAwakeFromItsFirstToItsLastCycle() {
        long read = resource.perform(Work.READ, 2, 0);
        assertEquals(5, read);
        assertEquals(15, resource.perform(Work.WRITE, 4, read));
        assertEquals(15, account.count(AWAKE));
    }

    @Test
    void unitsThatWorkAtOnceKeepTheBlockAwakeOnce() {
        resource.perform(Work.WRITE, 1, 0);
        resource.perform(Work.READ, 1, 0);
        assertEquals(10, account.count(AWAKE));
    }

    @Test
    void twoResourcesOfAnAccountAreAwakeTogether() {
        Resource other =
                new WakingResource(simulation, account, new TimedResource(simulation, account, timings), AWAKE);
        resource.perform(Work.READ, 1, 0);
        other.perform(Work.WRITE, 1, 0);
        assertEquals(10, account.count(AWAKE));
    }

    @Test
    void nothingToDoWakesNoOne() {
        resource.perform(Work.READ, 0, 7);
        resource.note(Work.WRITE, 5);
        assertEquals(0, account.count(AWAKE));
        assertEquals(5, account.count(Work.WRITE));
    }
}
