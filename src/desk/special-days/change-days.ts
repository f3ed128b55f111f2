import type { Language } from '#conversation/events.ts'
import type { Account } from '#desk/accounts.ts'
import type { DeskDeps } from '#desk/deps.ts'
import type { Faults } from '#desk/staff-page/form-parts.ts'
import type { Texts } from '#desk/staff-page/texts.ts'
import type { Say } from '#desk/words.ts'
import { inCopenhagen } from '#handoff/copenhagen.ts'
import { SPECIAL_DAYS, type SpecialDayChange } from '#handoff/special-days.ts'
import { readDay, readEarly } from './special-day-form.ts'

export type DaysDeps = Pick<DeskDeps, 'registers' | 'clock' | 'calendar' | 'writtenReason'>
export type Changed = { did: 'early' | 'day' | 'removed' } | { faults: Faults }

const forms = { early: readEarly, day: readDay } as const

/** Does what the form asks for; nothing when something in it is wrong. */
export async function changeDays(
  { registers, clock, calendar, writtenReason }: DaysDeps,
  { form, me, say, language }: { form: Texts; me: Account; say: Say; language: Language },
): Promise<Changed> {
  const write = async (changes: readonly SpecialDayChange[], why: string) => {
    const known = new Set((await registers.list(SPECIAL_DAYS)).map(({ key }) => key))
    for (const { key, entry } of changes) {
      if (entry === null && !known.has(key)) continue
      const json = entry && JSON.stringify(entry)
      await registers.set(SPECIAL_DAYS, key, json, { by: me.id, at: clock.now(), why })
    }
  }
  const [wanted, key] = [form('do'), form('key')]
  if (wanted === 'remove') {
    await write([{ key, entry: null }], say('days.removed-why'))
    return { did: 'removed' }
  }
  if (wanted !== 'early' && wanted !== 'day')
    return { faults: { 'early-time': say('days.fault-form') } }
  const why = writtenReason(form('why'), language)
  const today = inCopenhagen(clock.now()).toPlainDate()
  const read = forms[wanted](await calendar(), today, form, why, say)
  if ('faults' in read) return read
  await write(read.changes, why)
  return { did: wanted }
}
