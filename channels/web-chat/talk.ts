import type { Dialogue } from '#dialogue/dialogue.ts'
import { hashToken, newToken } from '#platform/ids.ts'
import type { SayFrame } from './browser/frames.ts'

/** One page's hold on its conversation: the token that it showed, and where that leads. */
export type Talk = { token: string; address: string; conversationId: string | undefined }

/** What the connections of one server share. */
export type Talks = {
  /** Finds the conversation of a token; a token that leads nowhere is replaced, so that nobody picks their own. */
  resume(token: string | null): Promise<{ talk: Talk; resumed: boolean }>
  /** The talk of a token that is known to be ours, also before anything was said. */
  of(token: string): Promise<Talk>
  /** Starts a conversation before anything is said in it, for clients that hold no connection. Resolves once durable. */
  begin(language: 'da' | 'en'): Promise<Talk>
  /** Records what was said and resolves once durable. The first thing said starts the conversation. */
  say(talk: Talk, frame: Omit<SayFrame, 'type'>, language: 'da' | 'en'): Promise<Said>
}
export type Said = Awaited<ReturnType<Dialogue['receive']>>

export function openTalks(dialogue: Dialogue): Talks {
  // A page that reconnects while its first message is being stored must find the same conversation.
  const starting = new Map<string, Promise<string>>()

  const start = (talk: Talk, language: 'da' | 'en'): Promise<string> => {
    const known = starting.get(talk.address)
    if (known !== undefined) return known
    const fresh = startOnce(talk.address, language).finally(() => starting.delete(talk.address))
    starting.set(talk.address, fresh)
    return fresh
  }

  // Of two forms that are sent at once the second may come when the first has just begun the conversation.
  const startOnce = async (address: string, language: 'da' | 'en'): Promise<string> =>
    (await dialogue.find(address)) ?? dialogue.start({ channel: 'web-chat', address, language })

  const of = async (token: string): Promise<Talk> => {
    const address = addressOf(token)
    const conversationId = await (starting.get(address) ?? dialogue.find(address))
    return { token, address, conversationId }
  }

  return {
    of,
    async resume(token) {
      if (token !== null && /^[\w-]{43}$/.test(token)) {
        const talk = await of(token)
        if (talk.conversationId !== undefined) return { talk, resumed: true }
      }
      return { talk: freshTalk(), resumed: token === null }
    },
    async begin(language) {
      const talk = freshTalk()
      return { ...talk, conversationId: await start(talk, language) }
    },
    async say(talk, { id, text, said }, language) {
      talk.conversationId ??= await start(talk, language)
      return dialogue.receive(talk.conversationId, {
        channel: 'web-chat',
        address: talk.address,
        messageId: id,
        text,
        said,
      })
    },
  }
}

function freshTalk(): Talk {
  const token = newToken()
  return { token, address: addressOf(token), conversationId: undefined }
}

/** Only the hash of a token is ever stored. */
function addressOf(token: string): string {
  return `web:${hashToken(token)}`
}
