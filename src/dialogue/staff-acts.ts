import type { CallbackOutcome, Disposition } from '#conversation/events.ts'

/** What staff may do with a conversation. Each is one decision on the log: two who act at once cannot both win. */
export type StaffActs = {
  /** Takes a waiting conversation. One owner, even when two click at once. */
  claim(conversationId: string, staffId: string): Promise<StaffActed>
  /** `messageId` is the browser's: sending twice after a reconnect is harmless. */
  say(conversationId: string, staffId: string, text: string, messageId: string): Promise<StaffActed>
  returnToBot(conversationId: string, staffId: string): Promise<StaffActed>
  close(
    conversationId: string,
    staffId: string,
    disposition: Disposition,
    wrapUp: string,
  ): Promise<StaffActed>
  /** Takes a closing back, within ten minutes and as long as the citizen has not begun a new conversation. */
  reopen(conversationId: string, staffId: string): Promise<StaffActed>
  /** A note for colleagues; the citizen does not see it. */
  note(conversationId: string, staffId: string, text: string): Promise<StaffActed>
  /** The outcome of a call. `reached` and `not-reached` end the callback; `tried` keeps it open. */
  reportCallback(
    conversationId: string,
    staffId: string,
    outcome: CallbackOutcome,
    wrapUp: string,
  ): Promise<StaffActed>
  /** The number to call back; that it was shown, to whom and when, is kept in the audit trail. */
  showNumber(conversationId: string, staffId: string): Promise<string | undefined>
  /** Erases every text and number of the conversation. */
  erase(conversationId: string, staffId: string, why: string): Promise<void>
}
export type StaffActed =
  | { state: 'done' }
  | { state: 'taken'; by: string }
  /** The conversation is no longer in a state in which this can be done. */
  | { state: 'gone' }
  /** The citizen wrote STOP: nothing may be sent until they write START. */
  | { state: 'opted-out' }
