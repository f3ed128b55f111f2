import { inGsm7 } from '#platform/in-gsm-7.ts'
import { countSegments } from '#platform/sms-segments.ts'
import type { Say } from './say.ts'

/** How many text messages a reply becomes, counted on what is really sent: `2 sms'er, 181 tegn`. */
export function segmentWords(text: string, say: Say): string {
  const { segments, units } = countSegments(inGsm7(text.trim()))
  return say(segments === 1 ? 'write.sms-one' : 'write.sms-many', { segments, units })
}

/** The signs that make it dearer, because no phone can pack them; empty when there are none. */
export function dearSigns(text: string): string {
  return countSegments(inGsm7(text.trim())).odd.join(' ')
}
