import type { Figures } from '#tests/bench/measure.ts'
import type { Run } from '#tests/bench/run.ts'
import { measureDesk } from './desk.ts'
import { measureDisk } from './disk.ts'
import { measureKills } from './kills.ts'
import { measureMemory } from './memory.ts'
import { measureSockets } from './sockets.ts'
import { measureStart } from './start.ts'
import { measureStored } from './stored.ts'
import { measureTurns } from './turns.ts'
import { measureWidget } from './widget.ts'

export type Section = {
  name: string
  title: string
  measure(run: Run, figures: Figures): Promise<void>
}

export const sections: readonly Section[] = [
  { name: 'disk', title: 'The disk', measure: measureDisk },
  { name: 'turns', title: 'Turns over HTTP, beside peers', measure: measureTurns },
  { name: 'sockets', title: 'Turns over sockets', measure: measureSockets },
  { name: 'desk', title: 'To the desk', measure: measureDesk },
  { name: 'kills', title: 'Killed while people write', measure: measureKills },
  { name: 'stored', title: 'With many stored conversations', measure: measureStored },
  { name: 'memory', title: 'Memory', measure: measureMemory },
  { name: 'start', title: 'The start', measure: measureStart },
  { name: 'widget', title: 'The widget', measure: measureWidget },
]
