import type { Dialogue } from '#dialogue/dialogue.ts'
import { bucketsByKey, type TokenBucket } from '#platform/token-bucket.ts'
import type { WebChatLimits } from './limits.ts'
import { openTalks, type Talk, type Talks } from './talk.ts'

/** What every way into the chat shares: who talks in which conversation, and how much each may still send. */
export type Admission = {
  talks: Talks
  /** What this network address may still begin: connections, conversations. */
  beginningsOf: (ip: string) => TokenBucket
  /** The citizen first: one who writes without end takes nothing from others at the same address. */
  mayStillSay(talk: Pick<Talk, 'address'>, ip: string): boolean
}

export function openAdmission(dialogue: Dialogue, limits: WebChatLimits): Admission {
  const ofCitizen = bucketsByKey(limits.saysPerCitizen)
  const ofAddress = bucketsByKey(limits.saysPerAddress)
  return {
    talks: openTalks(dialogue),
    beginningsOf: bucketsByKey(limits.connectionsPerAddress),
    mayStillSay: ({ address }, ip) => ofCitizen(address).take() && ofAddress(ip).take(),
  }
}
