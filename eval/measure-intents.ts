import { measureGuards } from './measure-guards.ts'
import { measureTopics } from './measure-topics.ts'
import { measureUnknown } from './measure-unknown.ts'
import { readByOthers } from './read-by-others.ts'
import type { Stage } from './stage.ts'

/** Intents, guards and unknown questions; each author's phrasings are read by a model that knows only the others'. */
export const measureIntents: Stage = (material) => {
  const modes = readByOthers(material)
  return (['learnt', 'retrieval'] as const).flatMap((name) => [
    name === 'learnt'
      ? 'Intents (each origin held out)'
      : 'The same by retrieval alone, as until learning is done',
    ...measureTopics(modes[name], material.kb),
    ...measureUnknown(modes[name], material.kb),
    ...measureGuards(modes[name]),
    '',
  ])
}
