package glia.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ActionLedgerProperties {
    private record Note(String block, Work action, long times) {}

    @Property
    void totalsAreTheSumsOverTheBlocks(@ForAll("notes") List<Note> notes) {
        ActionLedger ledger = new ActionLedger(List.of(Work.values()));
        Map<String, Long> expected = new LinkedHashMap<>();
        for (Note note : notes) {
            ledger.open(note.block(), "kind of " + note.block()).add(note.action(), note.times());
            expected.merge(note.block() + " " + note.action(), note.times(), Long::sum);
        }
        for (ActionLedger.Entry entry : ledger.entries()) {
            assertEquals("kind of " + entry.block(), entry.kind());
            assertEquals(expected.remove(entry.block() + " " + entry.action()), entry.count());
        }
        expected.forEach((name, count) -> assertEquals(0, count, name + " is left out"));
        for (Work action : Work.values()) {
            long sum = notes.stream()
                    .filter(note -> note.action() == action)
                    .mapToLong(Note::times)
                    .sum();
            assertEquals(sum, ledger.total(action));
        }
    }

    @Example
    void entriesStandByBlockInOrderOfOpeningAndThenByAction() {
        ActionLedger ledger = new ActionLedger(List.of(Work.values()));
        ActionLedger.Account second = ledger.open("z", "kind");
        ledger.open("a", "other").add(Work.READ, 1);
        second.add(Work.ADD, 2);
        second.add(Work.READ, 3);
        assertEquals(
                List.of(
                        new ActionLedger.Entry("z", "kind", "READ", 3),
                        new ActionLedger.Entry("z", "kind", "ADD", 2),
                        new ActionLedger.Entry("a", "other", "READ", 1)),
                ledger.entries());
    }

    @Example
    void aBlockHasOneAccount() {
        ActionLedger ledger = new ActionLedger(List.of(Work.values()));
        ActionLedger.Account account = ledger.open("wires", "interconnect");
        assertSame(account, ledger.open("wires", "interconnect"));
        assertEquals(List.of(account), ledger.accounts());
        assertEquals("interconnect", account.kind());
        assertEquals(List.of(Work.values()), ledger.actions());
    }

    @Provide
    Arbitrary<List<Note>> notes() {
        return Combinators.combine(
                        Arbitraries.of("tile", "neurons", "bus"),
                        Arbitraries.of(Work.class),
                        Arbitraries.longs().between(0, 1L << 50))
                .as(Note::new)
                .list()
                .ofMaxSize(50);
    }
}
