package uk.co.tenantwise.cx.app.security;

import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.co.tenantwise.cx.domain.repair.ContactReference;

/**
 * Who calls.
 *
 * @param name for the record: the subject of the token or the name of the administrator
 * @param roles what the caller may be; roles that nobody knows do no harm
 * @param contact the customer's own contact reference, when the token names one
 */
public record Caller(String name, Set<String> roles, Optional<String> contact) {
    private static final String CONTACT = "cx_contact";

    /** Copies the set. */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The caller that {@link #toAuthentication()} made an authentication of. */
    public static Caller of(Authentication authentication) {
        Collection<String> roles = authentication.getRoles();
        return new Caller(
                authentication.getName(),
                new LinkedHashSet<>(roles),
                Optional.ofNullable(authentication.getAttributes().get(CONTACT)).map(Object::toString));
    }

    /** Whether the caller may see and cancel what belongs to {@code wanted}: a customer only the own contact. */
    public boolean maySee(ContactReference wanted) {
        return roles.contains(Roles.PORTAL)
                || (roles.contains(Roles.CUSTOMER)
                        && contact.filter(wanted.value()::equals).isPresent());
    }

    /** The caller as the framework knows callers. */
    public Authentication toAuthentication() {
        Map<String, Object> attributes =
                contact.<Map<String, Object>>map(own -> Map.of(CONTACT, own)).orElse(Map.of());
        return Authentication.build(name, roles, attributes);
    }
}
