import type { Dialogue } from '#dialogue/dialogue.ts'
import { networkOf } from '#platform/network-of.ts'
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
  /** After a refusal: how long until something may be said again, in whole seconds. */
  secondsToWait(talk: Pick<Talk, 'address'>, ip: string): number
}

export function openAdmission(dialogue: Dialogue, limits: WebChatLimits): Admission {
  const ofCitizen = bucketsByKey(limits.saysPerCitizen)
  const ofNetwork = bucketsByKey(limits.saysPerAddress)
  const beginnings = bucketsByKey(limits.connectionsPerAddress)
  return {
    talks: openTalks(dialogue),
    beginningsOf: (ip) => beginnings(networkOf(ip)),
    mayStillSay: ({ address }, ip) => ofCitizen(address).take() && ofNetwork(networkOf(ip)).take(),
    secondsToWait: ({ address }, ip) =>
      inSeconds(Math.max(ofCitizen(address).waitMs(), ofNetwork(networkOf(ip)).waitMs())),
  }
}

/** Rounded up: who comes back then is let in. */
export function inSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000))
}
