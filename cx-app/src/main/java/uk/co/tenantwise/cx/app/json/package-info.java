/**
 * The bodies of requests and answers. Requests are read field by field so that every mistake is reported; answers are\n * records whose components are the members of the JSON object.
 */
@NullMarked
package uk.co.tenantwise.cx.app.json;

import org.jspecify.annotations.NullMarked;
