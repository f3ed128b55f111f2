import type { TemplateResult } from 'lit-html'
import type { Choice } from './frames.ts'
import type { CallbackForm, Panel, Preferences, State } from './state.ts'
import type { Say } from './words.ts'

/** What every view gets: the state, the words in the citizen's language, and what can be done. */
export type View = { state: State; say: Say; act: Actions }
export type Actions = {
  show(open: boolean): void
  turnTo(panel: Panel): void
  send(text: string): void
  typed(text: string): void
  choose(choice: Choice, label: string): void
  human(): void
  sendAgain(id: string): void
  tryAgain(): void
  end(): void
  endHere(): void
  erase(): void
  startNew(): void
  save(what: 'conversation' | 'receipt', lineId?: string): void
  prefer(part: Partial<Preferences>): void
  /** Shows an answer whole, or in plain words again. */
  showWhole(lineId: string, isWhole: boolean): void
  readAloud(lineId: string): void
  opine(of: string, helped: boolean): void
  /** Null: the citizen would rather say nothing. */
  comment(of: string, text: string | null): void
  fillForm(part: Partial<CallbackForm>): void
  submitForm(slots: readonly { slot: { from: string; to: string }; label: string }[]): void
  toNewest(): void
  scrolled(): void
}
export type Template = TemplateResult | typeof import('lit-html').nothing
