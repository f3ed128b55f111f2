import type { TranscriptLine } from '#dialogue/transcript.ts'
import type { Account, Accounts } from './accounts.ts'
import { backgroundOf } from './background.ts'
import type { Board, BoardChange } from './board.ts'
import type { CannedReplies } from './canned-replies.ts'
import type { DeskDeps } from './deps.ts'
import { type DeskRow, isAtDesk } from './desk-row.ts'
import type { DoneActs } from './done-acts.ts'
import { type Act, type FromPage, ROLE_CHANGED, SIGNED_OUT, type ToPage } from './frames.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { perform } from './perform.ts'
import { suggestedFor } from './suggested.ts'

export type LivePage = {
  start(): void
  hear(frame: FromPage): void
  stop(): void
}
type Frame = ToPage extends infer F ? (F extends ToPage ? Omit<F, 'now'> : never) : never
export type LiveHouse = {
  deps: DeskDeps
  board: Board
  accounts: Accounts
  canned: CannedReplies
  done: DoneActs
  instance: string
  build: string
}

/** One connected page of one person: what it sees, and what it may do. Everything happens in turn. */
export function livePage(input: {
  house: LiveHouse
  me: Account
  who: () => Promise<Account | undefined>
  send: (frame: ToPage) => void
  close: (code: number) => void
}): LivePage {
  const { house, me, who, close } = input
  const { deps, board, accounts, canned, done } = house
  const inTurn = oneAtATime()
  const shown = new Set<string>()
  const read = new Set<string>()
  let opened: { conversationId: string; after: number } | null = null
  let suggested = 'null'
  let ended = false

  // Asked before each frame, in both directions: a session that ended sees and does nothing more.
  const stillAllowed = async (): Promise<boolean> => {
    if (ended) return false
    const now = await who()
    if (now?.id === me.id && now.role === me.role) return !ended
    ended = true
    close(now ? ROLE_CHANGED : SIGNED_OUT)
    return false
  }
  const send = async (frame: Frame): Promise<void> => {
    if (await stillAllowed()) input.send({ ...frame, now: deps.clock.now() } as ToPage)
  }
  const run = (task: () => Promise<void>) =>
    void inTurn(async () => {
      if (await stillAllowed()) await task()
    }).catch((error: unknown) => deps.log.error({ err: error }, 'desk frame failed'))

  const colleagues = async () => {
    const names = new Map((await accounts.list()).map(({ id, name }) => [id, name]))
    return deps.presence
      .present()
      .map(({ staffId, state }) => ({ staffId, state, name: names.get(staffId) ?? '' }))
  }
  const sendLines = async (): Promise<void> => {
    if (!opened) return
    const { conversationId, after } = opened
    const row = await board.row(conversationId)
    if (!row) return leave(conversationId)
    const lines = await deps.transcript(conversationId)
    const fresh = lines.filter(({ position }) => position > after)
    // What was erased must go from the screen as well.
    const afresh =
      after === 0 || fresh.some((line) => line.by === 'event' && line.what.type === 'erased')
    const background = backgroundOf(lines, deps.articleInfo)
    const last = lines.at(-1)?.position ?? after
    opened = { conversationId, after: Math.max(after, last) }
    const sent = afresh ? lines : fresh
    await send({ type: 'lines', conversationId, row, lines: sent, afresh, background })
    if (!isAtDesk(row)) await leave(conversationId)
    else await sendSuggestion(row, lines)
  }
  // After the lines, so that reading an article never delays what the citizen wrote.
  const sendSuggestion = async (row: DeskRow, lines: readonly TranscriptLine[]): Promise<void> => {
    const { conversationId } = row
    const isMine = row.state === 'held' && row.holder === me.id
    const suggestion = isMine ? await suggestedFor(lines, row, deps.suggest) : null
    const fresh = JSON.stringify(suggestion)
    if (fresh === suggested) return
    suggested = fresh
    await send({ type: 'suggestion', conversationId, suggestion })
  }
  const leave = async (conversationId: string): Promise<void> => {
    opened = null
    await send({ type: 'left', conversationId })
  }
  const open = async (conversationId: string, after: number): Promise<void> => {
    const row = await board.row(conversationId)
    // Knowing an id grants nothing: only what stands at the desk can be read.
    if (!row || !isAtDesk(row)) return leave(conversationId)
    opened = { conversationId, after }
    suggested = 'null'
    read.add(conversationId)
    await sendLines()
  }
  // Neither does it let one act: on what is at the desk, or was read here when it still was.
  const mayActOn = async (act: Act): Promise<boolean> => {
    if (!('conversationId' in act) || read.has(act.conversationId)) return true
    const row = await board.row(act.conversationId)
    return row !== undefined && isAtDesk(row)
  }
  const changed = async ({ conversationId, row }: BoardChange): Promise<void> => {
    if (row && isAtDesk(row)) {
      shown.add(conversationId)
      await send({ type: 'row', row })
    } else if (shown.delete(conversationId)) await send({ type: 'gone', conversationId })
    if (opened?.conversationId === conversationId) await sendLines()
  }
  // Only whoever holds a conversation is seen writing in it.
  const noteTyping = async (conversationId: string): Promise<void> => {
    const row = await board.row(conversationId)
    if (row?.state === 'held' && row.holder === me.id) deps.typing.note(conversationId, 'staff')
  }
  const sendCanned = async () => send({ type: 'canned', replies: await canned.list() })
  const stops: (() => void)[] = []
  return {
    start() {
      stops.push(board.watch((change) => run(() => changed(change))))
      stops.push(
        deps.presence.onChange(() =>
          run(async () => send({ type: 'colleagues', colleagues: await colleagues() })),
        ),
      )
      stops.push(canned.onChange(() => run(sendCanned)))
      stops.push(
        deps.typing.on('all', ({ conversationId, who, writing }) => {
          if (who !== 'citizen' || opened?.conversationId !== conversationId) return
          run(() => send({ type: 'writing', conversationId, writing }))
        }),
      )
      run(async () => {
        const rows = await board.rows()
        for (const { conversationId } of rows) shown.add(conversationId)
        const { instance, build } = house
        await send({ type: 'desk', me, rows, colleagues: await colleagues(), instance, build })
        await sendCanned()
      })
    },
    hear(frame) {
      run(async () => {
        switch (frame.type) {
          case 'open':
            return open(frame.conversationId, frame.after)
          case 'leave':
            opened = null
            return
          case 'typing':
            return noteTyping(frame.conversationId)
          case 'act': {
            const { act } = frame
            const result = await done.once(`${me.id} ${frame.id}`, async () =>
              (await mayActOn(act)) ? perform(act, frame.id, me, deps, house) : { state: 'gone' },
            )
            return send({ type: 'ack', id: frame.id, result })
          }
        }
      })
    },
    stop() {
      ended = true
      for (const stop of stops) stop()
    },
  }
}
