import type { Break } from './break.ts'
import { breaksByChannel } from './breaks-by-channel.ts'
import { breaksByReader } from './breaks-by-reader.ts'

const test = (file: string, name: string) => ({ file: `tests/invariants/${file}.test.ts`, name })

/** Every patch; each invariant has at least two, of which a reader who had not seen its test wrote one. */
export const breaks: readonly Break[] = [
  {
    invariant: 'I1',
    what: 'a view takes the time from the clock',
    file: 'src/handoff/desk-view.ts',
    find: `lastAt: at, lastBy: 'citizen'`,
    replace: `lastAt: new Date().toISOString(), lastBy: 'citizen'`,
    test: test('views-rebuilt', 'I1'),
  },
  {
    invariant: 'I2',
    what: 'a reply takes the time from the clock',
    file: 'src/conversation/say.ts',
    find: `    at: s.at,`,
    replace: `    at: new Date(Number(process.hrtime.bigint() / 1_000_000n)).toISOString(),`,
    test: test('conversation-pure', 'I2'),
  },
  {
    invariant: 'I3',
    what: 'a decision is written on whatever version',
    file: 'src/storage/sqlite-event-log.ts',
    find: `if (this.#isOvertaken(conversationId, basedOnVersion, overtakenBy)) return 'overtaken'`,
    replace: `this.#isOvertaken(conversationId, basedOnVersion, overtakenBy)`,
    test: test('one-way-to-change', 'I3'),
  },
  {
    invariant: 'I4',
    what: 'the bot answers while staff hold',
    file: 'src/conversation/decide-turn.ts',
    find: `return found.kind === 'crisis' ? raiseAlarm(c, found.intent, s) : []`,
    replace: `return decideBotTurn(c, findings, s)`,
    test: test('silent-while-held', 'I4'),
  },
  {
    invariant: 'I5',
    what: 'a channel looks into the storage',
    file: 'channels/terminal/terminal.ts',
    find: `import type { Dialogue, Incoming }`,
    replace: `import '#storage/storage.ts'\nimport type { Dialogue, Incoming }`,
    test: test('channels-apart', 'I5'),
  },
  {
    invariant: 'I6',
    what: 'an utterance keeps what the provider sent',
    file: 'src/dialogue/receive/receive.ts',
    find: `    masked: hidden.masked,`,
    replace: `    masked: hidden.masked,\n    ...{ payload: incoming },`,
    test: test('events-hold-no-payload', 'I6'),
  },
  {
    invariant: 'I7',
    what: 'an answer names no version that exists',
    file: 'src/conversation/say.ts',
    find: `return { from: 'article', articleId, version, part }`,
    replace: `return { from: 'article', articleId, version: version.slice(1), part }`,
    test: test('replies-have-sources', 'I7'),
  },
  {
    invariant: 'I8',
    what: 'a message is acknowledged before its commit',
    file: 'src/dialogue/receive/receive.ts',
    find: `const outcome = await log.record(`,
    replace: `const outcome: unknown = log.record(`,
    test: test('durable-first', 'I8'),
  },
  {
    invariant: 'I9',
    what: 'that an answer is due is not made durable',
    file: 'src/dialogue/receive/receive.ts',
    find: `    dues: duesOfUtterance(channel, at),`,
    replace: `    dues: duesOfUtterance(channel, at).slice(1),`,
    test: test('killed-and-started', 'I9'),
  },
  {
    invariant: 'I10',
    what: 'an erased text stays in the WAL',
    file: 'src/storage/sqlite-personal-store.ts',
    find: `    await this.#emptyWal()`,
    replace: `    this.#emptyWal`,
    test: test('erased-everywhere', 'I10'),
  },
  ...breaksByChannel,
  ...breaksByReader,
]
