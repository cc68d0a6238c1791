/**
 * The routes of the pages: sessions, forms, redirects. Every change comes by a form of ours, from a page of ours.
 */
@NullMarked
package uk.co.tenantwise.cx.app.pages.web;

import org.jspecify.annotations.NullMarked;
