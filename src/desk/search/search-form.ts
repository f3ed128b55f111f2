import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Faults } from '#desk/staff-page/form-parts.ts'
import { type Texts, textOf } from '#desk/staff-page/texts.ts'
import type { Say } from '#desk/words.ts'
import { msAt, toInstant } from '#handoff/copenhagen.ts'
import type { Wanted } from './search-past.ts'

export type ReadSearch = { wanted: Wanted } | { faults: Faults }

const REFERENCE_LENGTH = 7
const A_DAY_MINUTES = 1_440

/** All may be left empty. */
export const SearchForm = z.object({
  reference: textOf('Seven digits; spaces, dots and dashes are fine.'),
  words: textOf('All of them stand somewhere in the conversation.'),
  topic: textOf('The id of an article.'),
  channel: textOf('web-chat or sms.'),
  colleague: textOf('The id of an account.'),
  from: textOf('The first day, YYYY-MM-DD in Copenhagen.'),
  to: textOf('The last day.'),
  below: textOf('Where to go on: what the answer before gave as `next`.'),
})

/** What the form asks for. Nothing at all asks for everything, the newest first. */
export function readSearch(form: Texts, say: Say): ReadSearch {
  const given = (name: string): string | null => form(name).trim() || null
  const reference = given('reference')?.replace(/[\s.-]/g, '') ?? null
  const from = given('from') && dateOf(given('from'))
  const to = given('to') && dateOf(given('to'))
  const isOrdered = !from || !to || Temporal.PlainDate.compare(from, to) <= 0
  const faults: Faults = {
    ...(reference && !isReference(reference) && { reference: say('search.fault-reference') }),
    ...(from === undefined && { from: say('search.fault-date') }),
    ...(to === undefined && { to: say('search.fault-date') }),
    ...(!isOrdered && { to: say('search.fault-order') }),
  }
  if (Object.keys(faults).length > 0) return { faults }
  return {
    wanted: {
      reference,
      words: given('words')?.split(/\s+/) ?? [],
      topic: given('topic'),
      channel: given('channel'),
      colleague: given('colleague'),
      from: from ? toInstant(msAt(from, 0)) : null,
      before: to ? toInstant(msAt(to, A_DAY_MINUTES)) : null,
    },
  }
}

function isReference(text: string): boolean {
  return new RegExp(`^\\d{${REFERENCE_LENGTH}}$`).test(text)
}

/** Undefined when there is no such day. */
function dateOf(text: string | null): Temporal.PlainDate | undefined {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
