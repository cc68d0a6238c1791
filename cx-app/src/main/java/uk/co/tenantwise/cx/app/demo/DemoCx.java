package uk.co.tenantwise.cx.app.demo;

/** What one has to know of the simulator's demo data. The simulator stands for another company's system: no code is shared. */
final class DemoCx {
    static final String USER = "tenantwise";
    static final String PASSWORD = "demo-password-1";
    static final String COMPANY = "1";
    static final String CANCEL_STATUS = "CANX";
    static final String CANCEL_REASON = "TENANT";
    static final String MEGAN = "C-1001";
    static final String RHYS = "T/2024/17";
    static final String RHYS_IN_A_PATH = "T%2F2024%2F17";

    private DemoCx() {}
}
