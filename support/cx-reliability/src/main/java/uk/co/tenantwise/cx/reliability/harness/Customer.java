package uk.co.tenantwise.cx.reliability.harness;

/**
 * A customer with one repair.
 *
 * @param contact the reference of the customer
 * @param repair the reference of the repair
 */
public record Customer(String contact, String repair) {
    static Customer number(int number) {
        return new Customer("C-" + number, "WO-" + number);
    }

    /** The beginning of the call by which the repair is cancelled in Cx. */
    public String cancelRequest() {
        return "POST /api/companies/1/work-orders/" + repair + "/cancel";
    }
}
