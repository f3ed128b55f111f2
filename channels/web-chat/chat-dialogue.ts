import type { Language } from '#conversation/events.ts'
import type { Dialogue } from '#dialogue/dialogue.ts'

/** What the chat asks of the engine. */
export type ChatDialogue = Dialogue & {
  /** "Åbner mandag kl. 9" or "Åbent til kl. 16" of the queue that takes new matters. */
  hours(language: Language): Promise<string>
}
