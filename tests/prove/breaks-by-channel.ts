import type { Break } from './break.ts'

/** I11 and I12, broken on one channel after the other. */
export const breaksByChannel: readonly Break[] = [
  ...(['web-chat', 'sms', 'terminal'] as const).map(notHeard),
  ...(['web-chat', 'sms'] as const).flatMap((channel) => [
    waitsForEver(channel),
    notTold(channel),
    notToldOfLoss(channel),
  ]),
]

function notHeard(channel: string): Break {
  return {
    invariant: 'I11',
    what: `a wish for a person is not heard on ${channel}`,
    file: 'src/conversation/decide-turn.ts',
    find: `  if (found.kind === 'human' || pressed) return`,
    replace: `  if (c.channel !== '${channel}' && (found.kind === 'human' || pressed)) return`,
    test: { file: 'tests/invariants/human-always.test.ts', name: `I11 a person on ${channel}` },
  }
}

function waitsForEver(channel: string): Break {
  return {
    invariant: 'I12',
    what: `thinking may last for ever on ${channel}`,
    file: 'src/dialogue/take-turn.ts',
    find: `'timeout')), interpretLimitMs)`,
    // Not quite for ever, so that the test can close its engine.
    replace: `'timeout')), interpretLimitMs * (conversation.channel === '${channel}' ? 100 : 1))`,
    test: waits(`I12 the line is never silent on ${channel}`),
  }
}

function notTold(channel: string): Break {
  return {
    invariant: 'I12',
    what: `nobody picks up, untold on ${channel}`,
    file: 'src/conversation/decide-due.ts',
    find: `...tell(c, overdueNotice(c, s))`,
    replace: `...(c.channel === '${channel}' ? [] : tell(c, overdueNotice(c, s)))`,
    test: waits(`I12 the line is never silent > when nobody picks up on ${channel}`),
  }
}

function notToldOfLoss(channel: string): Break {
  return {
    invariant: 'I12',
    what: `the holder is gone, untold on ${channel}`,
    file: 'src/conversation/decide-due.ts',
    find: `if (c.handledBy !== 'staff' || !c.holder || holderPresent) return []`,
    replace: `if (c.handledBy !== 'staff' || !c.holder || holderPresent || c.channel === '${channel}') return []`,
    test: waits(
      `I12 the line is never silent > when the holder is gone for three minutes on ${channel}`,
    ),
  }
}

function waits(name: string): Break['test'] {
  return { file: 'tests/invariants/waits-end.test.ts', name }
}
