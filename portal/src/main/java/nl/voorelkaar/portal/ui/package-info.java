/**
 * Own components, from semantic HTML after NL Design System patterns, and the theme. For every face:
 *
 * <ul>
 *   <li>{@link nl.voorelkaar.portal.ui.Shell}: the frame around every page. A face has one subclass, used as
 *       {@code @Route(layout = …)}; it gives the menu, who is signed in and how to sign out.
 *   <li>{@link nl.voorelkaar.portal.ui.Page}: a page with its one h1, its title and its kruimelpad. Views extend it.
 *   <li>{@link nl.voorelkaar.portal.ui.Words}: all copy, by key, from {@code vaadin-i18n/translations*.properties}.
 *   <li>Fields ({@link nl.voorelkaar.portal.ui.TextLine}, {@link nl.voorelkaar.portal.ui.TextArea},
 *       {@link nl.voorelkaar.portal.ui.DayField}, {@link nl.voorelkaar.portal.ui.Choice},
 *       {@link nl.voorelkaar.portal.ui.CheckGroup}, {@link nl.voorelkaar.portal.ui.Check}): {@code HasValue}, usable
 *       with a {@code Binder}; {@code handle("…")} puts the {@code data-testid} on the real control.
 *   <li>{@link nl.voorelkaar.portal.ui.Form}: a real form, so that Enter submits after the values arrived; with
 *       {@link nl.voorelkaar.portal.ui.ErrorSummary} above it.
 *   <li>{@link nl.voorelkaar.portal.ui.Action} (buttons) and {@link nl.voorelkaar.portal.ui.ActionLink} (links that
 *       look like buttons): primary, secondary, quiet, danger.
 *   <li>{@link nl.voorelkaar.portal.ui.Card}, {@link nl.voorelkaar.portal.ui.Notice},
 *       {@link nl.voorelkaar.portal.ui.EmptyState}, {@link nl.voorelkaar.portal.ui.DataSummary},
 *       {@link nl.voorelkaar.portal.ui.Badge}, {@link nl.voorelkaar.portal.ui.StatusSteps},
 *       {@link nl.voorelkaar.portal.ui.DeadlineSteps}, {@link nl.voorelkaar.portal.ui.Toast},
 *       {@link nl.voorelkaar.portal.ui.Icon}.
 *   <li>{@link nl.voorelkaar.portal.ui.DossierReading}: the one way in which an opened dossier is shown to a
 *       professional, and to the resident as the preview of it.
 *   <li>{@link nl.voorelkaar.portal.ui.Dates}: days and moments in words; {@link nl.voorelkaar.portal.ui.Time} shows
 *       them.
 * </ul>
 */
@NullMarked
package nl.voorelkaar.portal.ui;

import org.jspecify.annotations.NullMarked;
