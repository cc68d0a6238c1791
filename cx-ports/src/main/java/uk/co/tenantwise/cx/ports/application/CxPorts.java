package uk.co.tenantwise.cx.ports.application;

import uk.co.tenantwise.cx.ports.driven.ForCancellingInCx;
import uk.co.tenantwise.cx.ports.driven.ForCheckingAddresses;
import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;
import uk.co.tenantwise.cx.ports.driven.ForReadingAppointments;
import uk.co.tenantwise.cx.ports.driven.ForReadingCompanies;
import uk.co.tenantwise.cx.ports.driven.ForReadingCustomers;
import uk.co.tenantwise.cx.ports.driven.ForReadingRepairs;
import uk.co.tenantwise.cx.ports.driven.ForReleasingCredentials;

/**
 * The ports that lead to Cx.
 *
 * @param repairs reads repairs
 * @param appointments reads appointments
 * @param customers reads customer details
 * @param companies reads companies
 * @param cancelling cancels
 * @param probing tests the connection
 * @param credentials lets rejected credentials be tried again
 * @param addresses says which addresses may be called
 */
public record CxPorts(
        ForReadingRepairs repairs,
        ForReadingAppointments appointments,
        ForReadingCustomers customers,
        ForReadingCompanies companies,
        ForCancellingInCx cancelling,
        ForProbingConnection probing,
        ForReleasingCredentials credentials,
        ForCheckingAddresses addresses) {}
