import type { Break } from './break.ts'

/** I11: a person is refused on one channel after the other. */
export const aPersonAlways: readonly Break[] = (['web-chat', 'sms', 'terminal'] as const).map(
  (channel) => ({
    invariant: 'I11',
    what: `a wish for a person is not heard on ${channel}`,
    file: 'src/conversation/decide-turn.ts',
    find: `  if (found.kind === 'human' || pressed) return`,
    replace: `  if (c.channel !== '${channel}' && (found.kind === 'human' || pressed)) return`,
    test: { file: 'tests/invariants/human-always.test.ts', name: `I11 a person on ${channel}` },
  }),
)
