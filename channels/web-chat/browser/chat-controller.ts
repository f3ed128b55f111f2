import { Connection } from './connection.ts'
import type { Choice, CitizenLine, ClientFrame, Language, ServerFrame } from './frames.ts'
import { hideCpr } from './hide-cpr.ts'
import { forgetConversation, keep, readKept } from './keep.ts'
import { newId } from './new-id.ts'
import { type Opinion, unstored } from './opinions.ts'
import { Patience } from './patience.ts'
import {
  freshState,
  isWaiting,
  type Panel,
  type Pending,
  type Preferences,
  type State,
} from './state.ts'
import { afterFrame, changePending, lastPosition, wiped } from './update.ts'
import { wordsIn } from './words.ts'
import { WritingSignal } from './writing-signal.ts'

/** Longest wait for the server's word that a message is safe. */
const ACKNOWLEDGED_WITHIN_MS = 10_000
/** After this long nobody is taken to sit here any more. */
const LEFT_ALONE_MS = 5 * 60_000

export type Change = { before: State; now: State; frame: ServerFrame | null }

/** Holds the state, the connection and what is kept; tells of every change. */
export class ChatController {
  state: State
  #token: string | null
  #connection: Connection | undefined
  readonly #url: string
  readonly #changed: (change: Change) => void
  readonly #patience = new Patience((part) => this.#set({ ...this.state, ...part }))
  readonly #writing = new WritingSignal(() => this.#send({ type: 'writing' }))
  #leftAlone: ReturnType<typeof setTimeout> | undefined

  constructor(url: string, language: Language, changed: (change: Change) => void) {
    const kept = readKept()
    this.#url = url
    this.#token = kept.token
    this.#changed = changed
    const hasDraft = kept.draft !== ''
    this.state = freshState({ ...kept, hasDraft, language: kept.language ?? language })
    // A conversation goes on behind a hidden chat, so that an answer is not missed.
    if (kept.open || kept.token !== null || kept.pending.length > 0) this.connect()
  }

  connect(): void {
    if (this.#connection !== undefined) return
    this.#set({ ...this.state, link: 'connecting' })
    this.#connection = new Connection(this.#url, {
      opened: () => this.#hello(),
      received: (frame) => this.#receive(frame),
      lost: () => this.#set({ ...this.state, link: 'lost' }),
    })
  }

  stop(): void {
    this.#connection?.stop()
    this.#connection = undefined
    this.#patience.stop()
  }

  show(open: boolean): void {
    if (open) this.connect()
    // What staff ended is not left standing for the next person at this computer.
    else if (this.state.ended.how !== 'not') this.clear()
    keep({ open })
    this.#set({ ...this.state, open, panel: 'log', unread: open ? 0 : this.state.unread })
  }

  turnTo(panel: Panel): void {
    this.#set({ ...this.state, panel })
  }

  change(part: Partial<State>): void {
    this.#set({ ...this.state, ...part })
  }

  typed(draft: string): void {
    keep({ draft: this.#hidden(draft) })
    const hasDraft = draft !== ''
    if (hasDraft !== this.state.hasDraft) this.#set({ ...this.state, hasDraft })
    // Only a person sees it; the bot waits for what is sent.
    if (hasDraft && this.state.standing?.handledBy === 'staff') this.#writing.key()
  }

  prefer(part: Partial<Preferences>): void {
    keep(part)
    this.#set({ ...this.state, ...part })
    const { language } = part
    if (language && this.state.link === 'online') this.#send({ type: 'language', language })
  }

  /** Tells what the citizen thinks of an answer; sent again after a break until it is stored. */
  giveOpinion(of: string, opinion: Opinion): void {
    this.#set({ ...this.state, opinions: { ...this.state.opinions, [of]: opinion } })
    this.#sendOpinions()
  }

  say(text: string, said: Pending['said'] = { via: 'typed' }): void {
    const at = new Date(Date.now() + this.state.skewMs).toISOString()
    const id = newId()
    const fresh: Pending = { id, text, said, at, fate: 'waiting', lineId: null, why: null }
    if (this.state.ended.how !== 'not') this.startNew()
    const pending = [...this.state.pending, fresh]
    this.#set({ ...this.state, pending, trouble: null, newBelow: false })
    this.connect()
    this.#deliver(fresh)
  }

  choose(choice: Choice, label: string): void {
    this.say(label, { via: 'chosen', choice })
  }

  sendAgain(id: string): void {
    this.#set(changePending(this.state, id, { fate: 'waiting', why: null }))
    const again = this.state.pending.find((one) => one.id === id)
    if (again !== undefined) this.#deliver(again)
  }

  /** Asks once more what had no answer. */
  tryAgain(): void {
    const isOwn = (line: CitizenLine) => line.by === 'citizen'
    const last = this.state.lines.findLast(isOwn)
    this.#patience.restart()
    if (last?.by === 'citizen') this.say(last.text)
    else this.#connection?.probe()
  }

  /** Ends the conversation and leaves nothing of it on this computer. */
  end(): void {
    const { reference = null } = this.state.standing ?? {}
    this.#connection?.send({ type: 'close' })
    this.#forget()
    this.typed('')
    this.#set(wiped(this.state, { how: 'closed', stays: false, text: '', reference }))
  }

  /** Deletes the conversation; the page clears when the server says that it is gone. */
  erase(): boolean {
    return this.#connection?.send({ type: 'erase' }) ?? false
  }

  startNew(): void {
    const unsent = this.state.pending.map(
      (one) => ({ ...one, fate: 'waiting', why: null }) as const,
    )
    this.#forget()
    this.#keepPending(unsent)
    this.#set({ ...wiped(this.state, { how: 'not' }), pending: unsent, link: 'new' })
    this.connect()
  }

  /** Takes what a finished conversation left off the page. */
  clear(): void {
    const { ended } = this.state
    if (ended.how !== 'closed' || !ended.stays) return
    this.#set(wiped(this.state, { ...ended, stays: false, text: '' }))
  }

  #keepPending(pending: readonly Pending[]): void {
    keep({ pending: pending.map((one) => ({ ...one, text: this.#hidden(one.text) })) })
  }

  #hidden(text: string): string {
    return hideCpr(text, wordsIn(this.state.language)('masked-cpr'))
  }

  #hello(): void {
    const { language } = this.state
    this.#send({ type: 'hello', token: this.#token, after: lastPosition(this.state), language })
  }

  #receive(frame: ServerFrame): void {
    if (frame.type === 'welcome') {
      this.#token = frame.token
      keep({ token: frame.token })
    }
    this.#set(afterFrame(this.state, frame, Date.now()), frame)
    if (frame.type !== 'welcome') return
    this.#takeUpUnanswered()
    for (const one of this.state.pending) if (one.fate === 'waiting') this.#deliver(one)
    this.#sendOpinions()
  }

  /** What went into a line that was dead: its id makes sending it once more harmless. */
  #takeUpUnanswered(): void {
    if (this.state.ended.how !== 'not') return
    const silent = this.state.pending.filter(({ fate, why }) => fate === 'unsent' && why === null)
    for (const { id } of silent) this.#set(changePending(this.state, id, { fate: 'waiting' }))
  }

  #deliver({ id, text, said }: Pending): void {
    if (this.state.link !== 'online') return
    const isHuman = said.via === 'chosen' && said.choice === 'human'
    this.#send(isHuman ? { type: 'human', id } : { type: 'say', id, text, said })
    setTimeout(() => this.#giveUp(id), ACKNOWLEDGED_WITHIN_MS)
  }

  #sendOpinions(): void {
    if (this.state.link !== 'online') return
    for (const one of unstored(this.state.opinions)) this.#send({ type: 'feedback', ...one })
  }

  #giveUp(id: string): void {
    const silent = this.state.pending.find((one) => one.id === id && one.fate === 'waiting')
    if (silent === undefined || this.state.link !== 'online') return
    this.#set(changePending(this.state, id, { fate: 'unsent' }))
    this.#connection?.probe()
  }

  #send(frame: ClientFrame): void {
    this.#connection?.send(frame)
  }

  /** The token opens the conversation for whoever has it: it goes as soon as the conversation is over. */
  #forget(): void {
    this.#token = null
    forgetConversation()
    this.#connection?.stop()
    this.#connection = undefined
  }

  #set(now: State, frame: ServerFrame | null = null): void {
    const before = this.state
    this.state = now
    if (now.pending !== before.pending) this.#keepPending(now.pending)
    if (now.ended.how !== 'not' && before.ended.how === 'not') this.#hasEnded(now)
    if (now.ended.how === 'not' && before.ended.how !== 'not') this.#goesOn()
    this.#changed({ before, now, frame })
    this.#patience.follow(isWaiting(now), now.link)
  }

  #hasEnded(now: State): void {
    forgetConversation()
    this.#keepPending(now.pending)
    // What is being written survives every end but this one: no time limit may take it.
    if (now.ended.how === 'erased') this.typed('')
    clearTimeout(this.#leftAlone)
    this.#leftAlone = setTimeout(() => this.clear(), LEFT_ALONE_MS)
  }

  /** Staff took the end back: the key to the conversation outlives a reload again. */
  #goesOn(): void {
    clearTimeout(this.#leftAlone)
    if (this.#token !== null) keep({ token: this.#token })
  }
}
