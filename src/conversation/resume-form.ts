import { sayTwoSlots } from './ask-slot.ts'
import type { Conversation } from './conversation.ts'
import type { Saying } from './events.ts'
import { fixed } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** A call is being arranged: whatever is said between goes on with it. */
export function isInForm({ asks }: Conversation): boolean {
  return asks.for === 'callback-number' || asks.for === 'callback-slot'
}

/** What the call still needs, asked once more after something else was answered. */
export function askFormAgain({ asks }: Conversation, s: Surroundings): readonly Saying[] {
  switch (asks.for) {
    case 'callback-number':
      return [fixed(s, 'human.back-to-number')]
    case 'callback-slot':
      return [sayTwoSlots(s, 'human.back-to-slot', asks.slots)]
    case 'callback':
      return [fixed(s, 'human.back-to-call')]
    case 'nothing':
    case 'choice':
    case 'end':
    case 'person':
    case 'callback-change':
      return []
  }
}
