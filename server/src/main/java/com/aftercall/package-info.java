/**
 * Aftercall. The direct packages are its modules, in the order in which a contact passes them:
 *
 * <ul>
 *   <li>{@code contact}: contact records come in; what each asks for
 *   <li>{@code stream}: where contact records come from by themselves
 *   <li>{@code recording}: the audio is found and described
 *   <li>{@code waveform}: its peaks are drawn
 *   <li>{@code transcript}: an engine turns it into words, and words into turns
 *   <li>{@code analysis}: what the words tell
 *   <li>{@code search}: the lists that it is found in
 *   <li>{@code recordpage}: all of that as one view
 *   <li>{@code publication}: that view copied into a Salesforce org
 *   <li>{@code pipeline}: the order of the above, in one method; start at {@code ContactWorkflow}
 *   <li>{@code bulk}: the same done to many contacts
 *   <li>{@code live}: what changes, told to browsers as it changes
 *   <li>{@code playback}: signed links to the audio
 *   <li>{@code access}: who may do what
 *   <li>{@code storage}: files by bucket and key
 *   <li>{@code secrets}: the operator's credentials, and what seals our own
 *   <li>{@code aws}: how Amazon's services are reached
 *   <li>{@code doctor}: checks of the whole installation
 *   <li>{@code failure}: what may go wrong, shared by all
 * </ul>
 */
@NullMarked
package com.aftercall;

import org.jspecify.annotations.NullMarked;
