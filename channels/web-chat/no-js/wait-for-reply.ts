import type { Dialogue } from '#dialogue/dialogue.ts'

/** Resolves when the bot owes nothing any more, or after the longest time that a page may take. */
export async function waitForReply(
  dialogue: Pick<Dialogue, 'follow' | 'standing'>,
  conversationId: string,
  limitMs: number,
): Promise<void> {
  const enough = AbortSignal.timeout(limitMs)
  for await (const _ of dialogue.follow(conversationId, 0, enough)) {
    const { thinking } = await dialogue.standing(conversationId)
    if (!thinking) return
  }
}
