import type { ConversationEvent } from './events.ts'

/** An event in its place. `position` is global and grows; `version` counts within the conversation from 1. */
export type Recorded = {
  position: number
  conversationId: string
  version: number
  event: ConversationEvent
}

/** A table rebuilt from events; its documents are committed together with the events that change them. */
export type View<Doc> = {
  name: string
  /** Pure: which documents this event changes. */
  project(recorded: Recorded, read: (key: string) => Doc | undefined): readonly ViewWrite<Doc>[]
}
/** `doc: null` removes the document. */
export type ViewWrite<Doc> = { key: string; doc: Doc | null }
