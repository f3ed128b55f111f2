import type { Break } from './break.ts'

/**
 * Two ways to break each invariant, thought up from docs/architecture.md and the source by a reader who had not seen
 * the tests: whoever writes a test and its patch knows what the test looks at, a tired colleague does not.
 */
export const breaksByReader: readonly Break[] = [
  {
    invariant: 'I1',
    what: 'a view is played again without being dropped',
    file: 'src/storage/sqlite-views.ts',
    find: `this.#statements.run('DELETE FROM view_documents WHERE view = ?', view.name)`,
    replace: '',
    test: test('views-rebuilt', 'I1'),
  },
  {
    invariant: 'I1',
    what: 'a view remembers beside its documents',
    file: 'src/handoff/past-view.ts',
    find: `export const pastView: View<PastDoc> = {
  name: 'past',
  project({ conversationId, event }, read) {
    const before = read(placeKey(conversationId))`,
    replace: `const met = new Map<string, PastDoc>()
export const pastView: View<PastDoc> = {
  name: 'past',
  project({ conversationId, event }, read) {
    const before = met.get(conversationId) ?? read(placeKey(conversationId))
    if (event.type === 'handoff-accepted' && before) met.set(conversationId, before)`,
    test: test('views-rebuilt', 'I1'),
  },
  {
    invariant: 'I2',
    what: 'whether a closing can be taken back asks the clock',
    file: 'src/conversation/decide-staff.ts',
    find: `return Date.parse(at) - Date.parse(closed.at) <=`,
    replace: `return Date.parse(at) && Date.now() - Date.parse(closed.at) <=`,
    test: test('conversation-pure', 'I2'),
  },
  {
    invariant: 'I2',
    what: 'a promise gets a number that is counted on',
    file: 'src/conversation/decide-callback.ts',
    find: `/** We write back here by the promised time; until then the conversation waits in the queue. */
function promiseHere(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent[] {
  const { at, desk, fresh } = s
  const [slot] = desk.slots
  if (!slot || !canPromise(s)) return [failed(c, findings, s)]
  const { reference } = fresh`,
    replace: `let promises = 0
function promiseHere(c: Conversation, findings: Findings, s: Surroundings): ConversationEvent[] {
  const { at, desk } = s
  const [slot] = desk.slots
  if (!slot || !canPromise(s)) return [failed(c, findings, s)]
  const reference = String((promises += 1)).padStart(6, '0')`,
    test: test('conversation-pure', 'I2'),
  },
  {
    invariant: 'I3',
    what: 'a decision names the version of now, not its own',
    file: 'src/dialogue/decide-and-act.ts',
    find: `await act(deps, conversationId, conversation, decision, options)`,
    replace: `await act(deps, conversationId, await conversationOf(deps.log, conversationId), decision, options)`,
    test: test('one-way-to-change', 'I3'),
  },
  {
    invariant: 'I3',
    what: 'a given-up text is written into the log by hand',
    file: 'src/storage/sqlite-outbox.ts',
    find: `      case 'dead':
        this.#statements.run(`,
    replace: `      case 'dead':
        this.#statements.run(
          \`INSERT INTO events (conversation_id, version, type, json)
           SELECT conversation_id, (SELECT max(version) + 1 FROM events WHERE conversation_id = outbox.conversation_id),
             'delivery-reported', json_object('type', 'delivery-reported', 'at', ?, 'messageId', id,
               'delivery', json_object('status', 'failed', 'code', ?)) FROM outbox WHERE id = ?\`,
          this.#clock.now(),
          fate.reason,
          id,
        )
        this.#statements.run(`,
    test: test('one-way-to-change', 'I3'),
  },
  {
    invariant: 'I4',
    what: 'whoever writes to staff is asked if they are there',
    file: 'src/conversation/decide-due.ts',
    find: `return c.handledBy === 'bot' && !waitsForAnswer`,
    replace: `return c.handledBy !== 'queue' && !waitsForAnswer`,
    test: test('silent-while-held', 'I4'),
  },
  {
    invariant: 'I4',
    what: 'a turn that was overtaken twice does not see staff',
    file: 'src/dialogue/take-turn.ts',
    find: `overtakes.filter((type) => type !== 'utterance-received')`,
    replace: `overtakes.filter((type) => type !== 'utterance-received' && type !== 'handoff-accepted')`,
    test: test('silent-while-held', 'I4'),
  },
  {
    invariant: 'I5',
    what: 'a channel takes a type of the storage in passing',
    file: 'channels/sms/deps.ts',
    find: `  outbox: Pick<Outbox, 'settle'>`,
    replace: `  outbox: Pick<import('#storage/storage.ts').Storage['outbox'], 'settle'>`,
    test: test('channels-apart', 'I5'),
  },
  {
    invariant: 'I5',
    what: 'a page of the chat reaches for the queue by path',
    file: 'channels/web-chat/no-js/read-talk.ts',
    find: `export async function readTalk(`,
    replace: `export const order = () => import('../../../src/handoff/queue-order.ts')
export async function readTalk(`,
    test: test('channels-apart', 'I5'),
  },
  {
    invariant: 'I6',
    what: 'why a text was refused quotes the provider',
    file: 'channels/sms/gateway-api.ts',
    find: `: \`provider-\${status}\``,
    replace: `: \`provider-\${status}: \${body}\``,
    test: test('channels-hand-over-no-payload', 'I6'),
  },
  {
    invariant: 'I6',
    what: 'the whole webhook is handed to the engine',
    file: 'channels/sms/inbound.ts',
    find: `  const incoming: Incoming = {`,
    replace: `  const incoming: Incoming = {
    ...sms,`,
    test: test('channels-hand-over-no-payload', 'I6'),
  },
  {
    invariant: 'I7',
    what: 'a sentence in the code is added to a reply',
    file: 'src/dialogue/compose/compose.ts',
    find: `return { text: rendering === 'sms' ? letterChoices(text, said, deps.kb, at) : text, card: null }`,
    replace: `const more = said.channel === 'sms' ? ' Skriv igen, hvis du mangler noget.' : ''
  return { text: (rendering === 'sms' ? letterChoices(text, said, deps.kb, at) : text) + more, card: null }`,
    test: test('replies-have-sources', 'I7'),
  },
  {
    invariant: 'I7',
    what: 'what is said again names the version of then',
    file: 'src/conversation/decide-answer.ts',
    find: `[{ ...saying, version }]`,
    replace: `[saying]`,
    test: test('replies-have-sources', 'I7'),
  },
  {
    invariant: 'I8',
    what: 'who waits is told before the commit went well',
    file: 'src/storage/group-commit.ts',
    find: `      return () => done(result)`,
    replace: `      done(result)
      return () => {}`,
    test: test('commit-first', 'I8'),
  },
  {
    invariant: 'I8',
    what: 'a receipt is acknowledged while it is being kept',
    file: 'channels/sms/sms.ts',
    find: `await takeStatus(deps, report)`,
    replace: `void takeStatus(deps, report).catch(() => {})`,
    test: test('commit-first', 'I8'),
  },
  {
    invariant: 'I9',
    what: 'a due time is settled before it is met',
    file: 'src/dialogue/due-ticker.ts',
    find: `      await meet(due)
      await dues.settle(due)
`,
    replace: `      await dues.settle(due)
      await meet(due)
`,
    test: test('killed-at-any-commit', 'I9'),
  },
  {
    invariant: 'I9',
    what: 'a text whose sender was killed is given up',
    file: 'src/storage/sqlite-outbox.ts',
    find: `iif(stopped IS NULL, 'in-doubt', 'dead')
       WHERE`,
    replace: `'dead'
       WHERE`,
    test: test('killed-at-any-commit', 'I9'),
  },
  {
    invariant: 'I10',
    what: 'a text that is stored anew leaves the old one',
    file: 'src/storage/personal-values.ts',
    find: `  blank(statements, which, conversationId, of, field)
`,
    replace: '',
    test: test('erased-everywhere', 'I10'),
  },
  {
    invariant: 'I10',
    what: 'a number that staff have seen stands in a register',
    file: 'src/dialogue/act-for-staff.ts',
    find: `JSON.stringify({ staffId }), seen)`,
    replace: `JSON.stringify({ staffId, number }), seen)`,
    test: test('erased-everywhere', 'I10'),
  },
  {
    invariant: 'I11',
    what: 'with the bot off nobody is heard asking for people',
    file: 'src/conversation/decide-turn.ts',
    find: `    wantsPerson(c, findings, s)
  if (handedOff)`,
    replace: `    (s.switches.botOff ? undefined : wantsPerson(c, findings, s))
  if (handedOff)`,
    test: test('human-always', 'I11'),
  },
  {
    invariant: 'I11',
    what: 'a press on "a person" in the queue is only noted',
    file: 'src/conversation/decide-queued.ts',
    find: `if (found.kind === 'human' || (found.kind === 'chosen' && found.choice === 'human')) {`,
    replace: `if (found.kind === 'human') {`,
    test: test('human-always', 'I11'),
  },
  {
    invariant: 'I12',
    what: 'who loses the holder waits without a limit',
    file: 'src/conversation/due-times.ts',
    find: `after.handledBy === 'queue' && before.handledBy !== 'queue' && !after`,
    replace: `after.handledBy === 'queue' && before.handledBy === 'bot' && !after`,
    test: test('waits-end', 'I12'),
  },
  {
    invariant: 'I12',
    what: 'a limit that came too early is forgotten',
    file: 'src/conversation/due-times.ts',
    find: `return isEarly && promisedBy(c) === undefined ? [{ what: due, at: overdueAt }] : []`,
    replace: `return isEarly && promisedBy(c) === null ? [{ what: due, at: overdueAt }] : []`,
    test: test('waits-end', 'I12'),
  },
]

function test(file: string, name: string): Break['test'] {
  return { file: `tests/invariants/${file}.test.ts`, name }
}
