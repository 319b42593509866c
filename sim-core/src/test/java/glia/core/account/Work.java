package glia.core.account;

/** A small vocabulary. */
enum Work implements Action {
    READ,
    WRITE,
    ADD
}
