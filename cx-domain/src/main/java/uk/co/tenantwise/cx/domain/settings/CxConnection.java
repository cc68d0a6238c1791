package uk.co.tenantwise.cx.domain.settings;

/**
 * Everything that is needed to log in to a Cx instance.
 *
 * @param apiUrl the base URL
 * @param username the Cx user
 * @param password the user's password
 */
public record CxConnection(ApiUrl apiUrl, String username, Secret password) {}
