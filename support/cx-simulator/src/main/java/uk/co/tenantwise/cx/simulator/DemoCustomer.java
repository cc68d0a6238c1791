package uk.co.tenantwise.cx.simulator;

/**
 * One customer of the demo.
 *
 * @param company the company that holds the contact
 * @param contact the contact reference
 * @param firstName the first name
 * @param shows what this customer is there to show
 */
public record DemoCustomer(String company, String contact, String firstName, String shows) {}
