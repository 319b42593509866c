package glia.core.account;

import glia.core.archive.Archive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exact counts by block and action. Rows are blocks in the order of opening, columns are the actions of one vocabulary. */
public final class ActionLedger {
    private final List<? extends Action> actions;
    private final Map<String, Account> accounts = new LinkedHashMap<>();

    /** Makes an empty ledger over a vocabulary whose actions stand in order of their ordinals. */
    public ActionLedger(List<? extends Action> actions) {
        this.actions = List.copyOf(actions);
    }

    /** One block's counts. Several resources may share an account (the many wires of one interconnect). */
    public static final class Account {
        private final String block;
        private final String kind;
        private final long[] counts;
        private long awakeUntil;

        private Account(String block, String kind, int actions) {
            this.block = block;
            this.kind = kind;
            this.counts = new long[actions];
        }

        /** The name of the block. */
        public String block() {
            return block;
        }

        /** The kind of block, under which static power is listed. */
        public String kind() {
            return kind;
        }

        /** How often the block has performed an action. */
        public long count(Action action) {
            return counts[action.ordinal()];
        }

        /** Notes that an action was performed a number of times. */
        public void add(Action action, long times) {
            counts[action.ordinal()] += times;
        }

        /** Notes that the block is awake from the present cycle to another; cycles noted before count once. */
        void wake(AwakeCycle awakeCycle, long nowCycle, long doneCycle) {
            long fromCycle = Math.max(nowCycle, awakeUntil);
            if (doneCycle > fromCycle) {
                add(awakeCycle, doneCycle - fromCycle);
                awakeUntil = doneCycle;
            }
        }
    }

    /** Opens the account of a block, or answers the one that is open under this name. */
    public Account open(String block, String kind) {
        return accounts.computeIfAbsent(block, name -> new Account(name, kind, actions.size()));
    }

    /** The counts of all accounts as they stand, one row an account in the order of opening. */
    public long[][] snapshot() {
        return accounts.values().stream().map(account -> account.counts.clone()).toArray(long[][]::new);
    }

    /** What was counted since a snapshot, in the order of accounts and actions; nothing that is zero. */
    public List<Increment> since(long[][] snapshot) {
        List<Increment> increments = new ArrayList<>();
        int row = 0;
        for (Account account : accounts.values()) {
            for (int action = 0; action < account.counts.length; action++) {
                long times = account.counts[action] - (row < snapshot.length ? snapshot[row][action] : 0);
                if (times != 0) {
                    increments.add(new Increment(account, actions.get(action), times));
                }
            }
            row++;
        }
        return increments;
    }

    /**
     * A number of times that a block performed an action.
     *
     * @param account of the block
     * @param action what it performed
     * @param times how often
     */
    public record Increment(Account account, Action action, long times) {}

    /** All accounts in the order of opening. */
    public List<Account> accounts() {
        return new ArrayList<>(accounts.values());
    }

    /** The vocabulary. */
    public List<? extends Action> actions() {
        return actions;
    }

    /** How often an action was performed on the whole chip. */
    public long total(Action action) {
        return accounts.values().stream()
                .mapToLong(account -> account.count(action))
                .sum();
    }

    /** The counts as they stand now, by block and then by action, those that are zero left out. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Account account : accounts.values()) {
            for (Action action : actions) {
                if (account.count(action) != 0) {
                    entries.add(new Entry(account.block(), account.kind(), action.name(), account.count(action)));
                }
            }
        }
        return entries;
    }

    /**
     * One line of a ledger.
     *
     * @param block name of the block
     * @param kind kind of block
     * @param action name of the action
     * @param count how often the block performed it
     */
    public record Entry(String block, String kind, String action, long count) {}

    /** Saves or loads the counts of all accounts. */
    public void state(Archive archive) {
        for (Account account : accounts.values()) {
            archive.part(account.block);
            archive.at(account.counts);
            account.awakeUntil = archive.at(account.awakeUntil);
        }
    }
}
