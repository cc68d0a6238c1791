package uk.co.tenantwise.cx.adapter.persistence.redis;

/** Is told what other nodes do, on a thread that must not be held up. */
interface SpaceListener {
    /** A value was stored. */
    void changed(String name);

    /** A value was dropped, or is being replaced; what is under way began too early. */
    void dropped(String name);

    /** All values were dropped. */
    void droppedAll();

    /** Something may have happened that was not told. */
    void missedMessages();
}
